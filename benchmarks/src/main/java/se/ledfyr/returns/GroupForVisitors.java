package se.ledfyr.returns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import se.ledfyr.access.Acting;
import se.ledfyr.casework.Event;
import se.ledfyr.casework.EventId;
import se.ledfyr.casework.EventPeople;
import se.ledfyr.casework.Events;
import se.ledfyr.casework.PersonInEvent;
import se.ledfyr.casework.RegistrationId;
import se.ledfyr.people.Identity;

/// Many found together, who return together: one act of a coordinator for all of them.
public final class GroupForVisitors {

    private final ApplicationContext house;
    private final Acting coordinator;
    private final LocalDate today = LocalDate.now();

    /// @param coordinator who applies, in a regional office
    public GroupForVisitors(ApplicationContext house, Acting coordinator) {
        this.house = house;
        this.coordinator = coordinator;
    }

    /// Registers so many, with names, and applies for them in one transaction, consents and sealed parcels and all.
    ///
    /// @return seconds that the application took; registering is not counted
    public double apply(int number) {
        EventId event = EventId.random();
        List<RegistrationId> registrations = coordinator.get(() -> register(event, number));
        NewGroup group = new NewGroup(
                event,
                new Terms("TH", new Information(today, Set.of("voluntary", "time"), "th", "telephone"), null, null, null, "spoken"),
                registrations.stream().map(id -> new NewGroup.Row(id, null, null)).toList(),
                List.of(new NewCost("tickets", 512_345, number)));
        long start = System.nanoTime();
        coordinator.get(() -> house.getBean(Applying.class).openGroup(group));
        return (System.nanoTime() - start) / 1e9;
    }

    private List<RegistrationId> register(EventId event, int number) {
        String code = "BÄR-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        house.getBean(Events.class)
                .add(new Event(
                        event,
                        code,
                        "nord",
                        "2480",
                        null,
                        null,
                        null,
                        null,
                        "berry_picking",
                        "police",
                        new TreeSet<>(List.of("labour"))));
        List<PersonInEvent> people = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            people.add(new PersonInEvent(
                    null,
                    Identity.named("Plockare " + (char) ('A' + i / 26) + (char) ('A' + i % 26) + "sak"),
                    null,
                    "male",
                    "adult",
                    1960 + i % 40,
                    "TH",
                    new TreeSet<>(List.of("labour")),
                    0,
                    true,
                    false));
        }
        return house.getBean(EventPeople.class).register(event, today, people);
    }
}
