package se.ledfyr.intake.web;

import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.pages.Room;
import se.ledfyr.pages.RoomGroup;

/// Bringing files in, in the menu and on the start page.
@Component
class ImportRoom implements Room {

    @Override
    public String path() {
        return "/import";
    }

    @Override
    public String key() {
        return "intake.import";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public RoomGroup group() {
        return RoomGroup.PEOPLE;
    }

    @Override
    public boolean isOpen() {
        return Acting.ifBound()
                .map(acting -> acting.may(Right.WORK_WITH_PEOPLE))
                .orElse(false);
    }
}
