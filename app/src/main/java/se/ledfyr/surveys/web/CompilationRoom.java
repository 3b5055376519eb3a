package se.ledfyr.surveys.web;

import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.pages.Room;
import se.ledfyr.pages.RoomGroup;

/// What the platform compiles, in its menu.
@Component
class CompilationRoom implements Room {

    @Override
    public String path() {
        return CompilationController.PATH;
    }

    @Override
    public String key() {
        return "contacts.compilation";
    }

    @Override
    public int order() {
        return 63;
    }

    @Override
    public RoomGroup group() {
        return RoomGroup.FIGURES;
    }

    @Override
    public boolean isOpen() {
        return Acting.ifBound()
                .filter(acting -> acting.may(Right.COMPILE_CONTACTS))
                .isPresent();
    }
}
