package se.ledfyr.permits.web;

import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.pages.Room;
import se.ledfyr.pages.RoomGroup;

/// Reflection periods, in the menu and on the start page.
@Component
class PermitsRoom implements Room {

    @Override
    public String path() {
        return "/permits";
    }

    @Override
    public String key() {
        return "permits.room";
    }

    @Override
    public int order() {
        return 22;
    }

    @Override
    public RoomGroup group() {
        return RoomGroup.SUPPORT;
    }

    @Override
    public boolean isOpen() {
        return Acting.ifBound()
                .map(acting -> acting.may(Right.WORK_WITH_PEOPLE))
                .orElse(false);
    }
}
