package se.ledfyr.casework.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.pages.Room;
import se.ledfyr.pages.RoomGroup;

/// The registrations, in the menu and on the start page.
@Component
class RegistrationsRoom implements Room {

    @Override
    public String path() {
        return "/registrations";
    }

    @Override
    public String key() {
        return "casework.list";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public RoomGroup group() {
        return RoomGroup.PEOPLE;
    }

    @Override
    public boolean isOpen() {
        return Acting.ifBound().map(acting -> acting.may(Right.READ_FACTS)).orElse(false);
    }

    @Override
    public Optional<Task> task() {
        return Acting.ifBound()
                .filter(acting -> acting.may(Right.WORK_WITH_PEOPLE))
                .map(acting -> new Task("/registrations/new", "casework.new"));
    }
}
