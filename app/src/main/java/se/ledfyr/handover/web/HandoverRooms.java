package se.ledfyr.handover.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.pages.Room;

/// What this module offers in the menu.
@Configuration(proxyBeanMethods = false)
class HandoverRooms {

    @Bean
    Room handoversRoom() {
        return new ForRight("/handovers", "handover.room", 20, Right.WORK_WITH_PEOPLE);
    }

    @Bean
    Room chairsRoom() {
        return new ForRight("/chairs", "handover.chairs", 110, Right.SEE_CHAIRS);
    }

    private record ForRight(String path, String key, int order, Right right) implements Room {

        @Override
        public boolean isOpen() {
            return Acting.ifBound().filter(acting -> acting.may(right)).isPresent();
        }
    }
}
