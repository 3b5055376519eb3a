package se.ledfyr.budget.web;

import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.pages.Room;
import se.ledfyr.pages.RoomGroup;

/// The money of the programmes, in the menu and on the start page.
@Component
class MoneyRoom implements Room {

    @Override
    public String path() {
        return "/money";
    }

    @Override
    public String key() {
        return "budget.room";
    }

    @Override
    public int order() {
        return 45;
    }

    @Override
    public RoomGroup group() {
        return RoomGroup.SUPPORT;
    }

    @Override
    public boolean isOpen() {
        return Acting.ifBound().map(acting -> acting.may(Right.READ_ACCOUNTS)).orElse(false);
    }
}
