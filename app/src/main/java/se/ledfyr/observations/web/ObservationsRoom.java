package se.ledfyr.observations.web;

import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.pages.Room;
import se.ledfyr.pages.RoomGroup;

/// Observations, in the menu of the platform and of those who read the facts of the country.
@Component
class ObservationsRoom implements Room {

    @Override
    public String path() {
        return ObservationsController.PATH;
    }

    @Override
    public String key() {
        return "observations.room";
    }

    @Override
    public int order() {
        return 114;
    }

    @Override
    public RoomGroup group() {
        return RoomGroup.FIGURES;
    }

    @Override
    public boolean isOpen() {
        return Acting.ifBound()
                .filter(acting -> acting.may(Right.READ_OBSERVATIONS))
                .isPresent();
    }
}
