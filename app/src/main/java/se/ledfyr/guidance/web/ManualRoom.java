package se.ledfyr.guidance.web;

import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.pages.Room;
import se.ledfyr.pages.RoomGroup;

/// The manual, in the menu and on the start page.
@Component
class ManualRoom implements Room {

    @Override
    public String path() {
        return "/manual";
    }

    @Override
    public String key() {
        return "guidance.room";
    }

    @Override
    public int order() {
        return 60;
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
