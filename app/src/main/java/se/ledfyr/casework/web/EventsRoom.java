package se.ledfyr.casework.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.pages.Room;
import se.ledfyr.pages.RoomGroup;

/// Where inspections and finds with many people are registered.
@Component
class EventsRoom implements Room {

    @Override
    public String path() {
        return "/events";
    }

    @Override
    public String key() {
        return "casework.event.room";
    }

    @Override
    public int order() {
        return 15;
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

    @Override
    public Optional<Task> task() {
        return Acting.ifBound()
                .filter(acting -> acting.may(Right.WORK_WITH_PEOPLE))
                .map(acting -> new Task("/events/new", "casework.event.new"));
    }
}
