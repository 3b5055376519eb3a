package se.ledfyr.reports.web;

import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.pages.Room;
import se.ledfyr.pages.RoomGroup;

/// The yearly report, in the menu of those who may read it before it is published.
@Component
class ReportRoom implements Room {

    @Override
    public String path() {
        return ReportController.PATH;
    }

    @Override
    public String key() {
        return "reports.room";
    }

    @Override
    public int order() {
        return 64;
    }

    @Override
    public RoomGroup group() {
        return RoomGroup.FIGURES;
    }

    @Override
    public boolean isOpen() {
        return Acting.ifBound()
                .filter(acting -> acting.may(Right.COMPILE_CONTACTS) || acting.may(Right.READ_NATIONAL_FACTS))
                .isPresent();
    }
}
