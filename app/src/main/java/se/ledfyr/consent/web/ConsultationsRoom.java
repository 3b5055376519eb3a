package se.ledfyr.consent.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.pages.Room;
import se.ledfyr.pages.RoomGroup;

/// Where work without anybody's identity is written down.
@Component
class ConsultationsRoom implements Room {

    @Override
    public String path() {
        return "/consultations";
    }

    @Override
    public String key() {
        return "consent.room";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public RoomGroup group() {
        return RoomGroup.PEOPLE;
    }

    @Override
    public boolean isOpen() {
        return Acting.ifBound()
                .filter(acting -> acting.may(Right.WORK_WITH_PEOPLE))
                .isPresent();
    }

    @Override
    public Optional<Task> task() {
        return isOpen() ? Optional.of(new Task("/consultations/new", "consent.consultation.new")) : Optional.empty();
    }
}
