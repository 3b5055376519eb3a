package se.ledfyr.access.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.pages.Room;

/// What this module offers in the menu.
@Configuration(proxyBeanMethods = false)
class AccessRooms {

    @Bean
    Room membersRoom() {
        return new ForRight("/members", "access.members", 800, Right.ADMINISTER_MEMBERS);
    }

    @Bean
    Room organisationsRoom() {
        return new ForRight("/organisations", "access.organisations", 810, Right.ADMINISTER_ORGANISATIONS);
    }

    private record ForRight(String path, String key, int order, Right right) implements Room {

        @Override
        public boolean isOpen() {
            return Acting.ifBound().filter(acting -> acting.may(right)).isPresent();
        }
    }
}
