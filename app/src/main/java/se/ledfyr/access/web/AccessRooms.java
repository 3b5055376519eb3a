package se.ledfyr.access.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.pages.Room;
import se.ledfyr.pages.RoomGroup;

/// What this module offers in the menu.
@Configuration(proxyBeanMethods = false)
class AccessRooms {

    @Bean
    Room membersRoom() {
        return new ForRight("/members", "access.members", 800, RoomGroup.ADMINISTRATION, Right.ADMINISTER_MEMBERS);
    }

    @Bean
    Room organisationsRoom() {
        return new ForRight(
                "/organisations",
                "access.organisations",
                810,
                RoomGroup.ADMINISTRATION,
                Right.ADMINISTER_ORGANISATIONS);
    }

    private record ForRight(String path, String key, int order, RoomGroup group, Right right) implements Room {

        @Override
        public boolean isOpen() {
            return Acting.ifBound().filter(acting -> acting.may(right)).isPresent();
        }
    }
}
