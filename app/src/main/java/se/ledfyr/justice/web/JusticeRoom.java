package se.ledfyr.justice.web;

import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.pages.Room;
import se.ledfyr.pages.RoomGroup;

/// The legal process across cases, in the menu and on the start page.
@Component
class JusticeRoom implements Room {

    @Override
    public String path() {
        return "/justice";
    }

    @Override
    public String key() {
        return "justice.room";
    }

    @Override
    public int order() {
        return 17;
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
