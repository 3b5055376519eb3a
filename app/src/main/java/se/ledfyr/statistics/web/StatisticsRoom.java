package se.ledfyr.statistics.web;

import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.pages.Room;
import se.ledfyr.pages.RoomGroup;

/// The published tables, in the menu and on the start page.
@Component
class StatisticsRoom implements Room {

    @Override
    public String path() {
        return StatisticsPages.PATH;
    }

    @Override
    public String key() {
        return "statistics.tables";
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public RoomGroup group() {
        return RoomGroup.FIGURES;
    }

    @Override
    public boolean isOpen() {
        return Acting.ifBound().map(acting -> acting.may(Right.READ_FACTS)).orElse(false);
    }
}
