package se.ledfyr.handover.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.pages.Room;
import se.ledfyr.pages.RoomGroup;

/// What this module offers in the menu.
@Configuration(proxyBeanMethods = false)
class HandoverRooms {

    @Bean
    Room handoversRoom() {
        return new ForRight("/handovers", "handover.room", 20, RoomGroup.ANSWERS, Right.WORK_WITH_PEOPLE);
    }

    @Bean
    Room chairsRoom() {
        return new ForRight("/chairs", "handover.chairs", 110, RoomGroup.FIGURES, Right.SEE_CHAIRS);
    }

    private record ForRight(String path, String key, int order, RoomGroup group, Right right) implements Room {

        @Override
        public boolean isOpen() {
            return Acting.ifBound().filter(acting -> acting.may(right)).isPresent();
        }
    }
}
