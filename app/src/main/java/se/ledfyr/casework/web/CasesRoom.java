package se.ledfyr.casework.web;

import java.util.List;
import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.pages.Room;
import se.ledfyr.pages.RoomGroup;

/// The cases, in the menu and on the start page.
@Component
class CasesRoom implements Room {

    @Override
    public String path() {
        return "/cases";
    }

    @Override
    public List<String> alsoAt() {
        return List.of("/children", "/consents");
    }

    @Override
    public String key() {
        return "casework.case.room";
    }

    @Override
    public int order() {
        return 8;
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
