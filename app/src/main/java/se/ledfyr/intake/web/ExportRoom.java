package se.ledfyr.intake.web;

import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.pages.Room;
import se.ledfyr.pages.RoomGroup;

/// Taking files out, in the menu and on the start page.
@Component
class ExportRoom implements Room {

    @Override
    public String path() {
        return "/export";
    }

    @Override
    public String key() {
        return "intake.export";
    }

    @Override
    public int order() {
        return 31;
    }

    @Override
    public RoomGroup group() {
        return RoomGroup.FIGURES;
    }

    @Override
    public boolean isOpen() {
        return Acting.ifBound().map(acting -> acting.may(Right.READ_FACTS)).orElse(false);
    }
}
