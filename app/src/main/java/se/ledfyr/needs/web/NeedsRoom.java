package se.ledfyr.needs.web;

import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.pages.Room;
import se.ledfyr.pages.RoomGroup;

/// What is owed, in the menu and on the start page.
@Component
class NeedsRoom implements Room {

    @Override
    public String path() {
        return "/needs";
    }

    @Override
    public String key() {
        return "needs.room";
    }

    @Override
    public int order() {
        return 14;
    }

    @Override
    public RoomGroup group() {
        return RoomGroup.ANSWERS;
    }

    @Override
    public boolean isOpen() {
        return Acting.ifBound()
                .map(acting -> acting.may(Right.WORK_WITH_PEOPLE))
                .orElse(false);
    }
}
