package se.ledfyr.support.web;

import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.pages.Room;
import se.ledfyr.pages.RoomGroup;

/// The support programme in the menu and on the start page.
@Component
class SupportRoom implements Room {

    @Override
    public String path() {
        return "/support";
    }

    @Override
    public String key() {
        return "support.room";
    }

    @Override
    public int order() {
        return 24;
    }

    @Override
    public RoomGroup group() {
        return RoomGroup.SUPPORT;
    }

    @Override
    public boolean isOpen() {
        return Acting.ifBound()
                .filter(acting -> acting.may(Right.WORK_WITH_PEOPLE))
                .isPresent();
    }
}
