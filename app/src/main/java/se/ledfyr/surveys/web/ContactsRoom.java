package se.ledfyr.surveys.web;

import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.pages.Room;
import se.ledfyr.pages.RoomGroup;
import se.ledfyr.surveys.Participants;

/// The yearly contacts, in the menu of the platform's members.
@Component
class ContactsRoom implements Room {

    private final Participants participants;

    ContactsRoom(Participants participants) {
        this.participants = participants;
    }

    @Override
    public String path() {
        return "/contacts";
    }

    @Override
    public String key() {
        return "contacts.room";
    }

    @Override
    public int order() {
        return 62;
    }

    @Override
    public RoomGroup group() {
        return RoomGroup.FIGURES;
    }

    @Override
    public boolean isOpen() {
        return Acting.ifBound().filter(acting -> acting.may(Right.READ_FACTS)).isPresent()
                && participants.ownLabel().isPresent();
    }
}
