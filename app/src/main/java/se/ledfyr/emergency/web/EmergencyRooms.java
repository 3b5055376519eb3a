package se.ledfyr.emergency.web;

import java.util.Arrays;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.pages.Room;
import se.ledfyr.pages.RoomGroup;

/// What this module offers in the menu. Whether anything is sealed, or anybody broke the glass, cannot be read from it:
/// what is offered follows from rights alone.
@Configuration(proxyBeanMethods = false)
class EmergencyRooms {

    @Bean
    Room emergencyRoom() {
        return new ForRights("/emergency", "emergency.room", 700, RoomGroup.PEOPLE, Right.WORK_WITH_PEOPLE);
    }

    @Bean
    Room reviewsRoom() {
        return new ForRights(
                "/emergency/reviews",
                "emergency.reviews",
                910,
                RoomGroup.ADMINISTRATION,
                Right.READ_AUDIT,
                Right.READ_NATIONAL_AUDIT);
    }

    private record ForRights(String path, String key, int order, RoomGroup group, Right... rights) implements Room {

        @Override
        public boolean isOpen() {
            return Acting.ifBound()
                    .filter(acting -> Arrays.stream(rights).anyMatch(acting::may))
                    .isPresent();
        }
    }
}
