package se.ledfyr.support.web;

import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.pages.Room;
import se.ledfyr.pages.RoomGroup;

/// How municipalities refuse, in the menu of those who read the facts of the country. The programme's office finds
/// it in its own room.
@Component
class RefusalsRoom implements Room {

    @Override
    public String path() {
        return "/support/refusals";
    }

    @Override
    public String key() {
        return "support.refusals";
    }

    @Override
    public int order() {
        return 112;
    }

    @Override
    public RoomGroup group() {
        return RoomGroup.FIGURES;
    }

    @Override
    public boolean isOpen() {
        return Acting.ifBound()
                .filter(acting -> acting.may(Right.READ_NATIONAL_FACTS))
                .isPresent();
    }
}
