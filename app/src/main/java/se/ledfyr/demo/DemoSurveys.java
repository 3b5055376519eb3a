package se.ledfyr.demo;

import java.util.List;
import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.installation.OnlyInDemo;
import se.ledfyr.surveys.Participants;

/// Makes the demo's association and shelter members of the platform of civil society.
@Component
@OnlyInDemo
@Order(13)
class DemoSurveys implements ApplicationRunner {

    private final Participants participants;

    DemoSurveys(Participants participants) {
        this.participants = participants;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        new Acting(DemoOffice.PLATFORM.id(), null, Set.of(Right.COMPILE_CONTACTS, Right.READ_FACTS)).run(() -> {
            if (participants.list().isEmpty()) {
                List.of(DemoOffice.NGO, DemoOffice.SHELTER)
                        .forEach(member -> participants.add(member.id(), "ORG-0" + (member == DemoOffice.NGO ? 1 : 2)));
            }
        });
    }
}
