package se.ledfyr.returns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.ledfyr.casework.Circumstances;
import se.ledfyr.casework.Event;
import se.ledfyr.casework.EventId;
import se.ledfyr.casework.EventPeople;
import se.ledfyr.casework.Events;
import se.ledfyr.casework.PersonInEvent;
import se.ledfyr.casework.RegistrationId;
import se.ledfyr.casework.Registrations;
import se.ledfyr.casework.TestFacts;
import se.ledfyr.people.Identity;
import se.ledfyr.people.NameFacts;
import se.ledfyr.people.People;
import se.ledfyr.personas.Personas;

/// Registrations, events and applications of fictional people, for tests that need some.
@Component
public class TestReturns {

    public static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    private final People people;
    private final Registrations registrations;
    private final Events events;
    private final EventPeople inEvent;
    private final Applying applying;

    TestReturns(People people, Registrations registrations, Events events, EventPeople inEvent, Applying applying) {
        this.people = people;
        this.registrations = registrations;
        this.events = events;
        this.inEvent = inEvent;
        this.applying = applying;
    }

    /// Many found together and registered.
    public record Found(EventId event, String code, List<RegistrationId> registrations) {}

    /// Somebody registered with a name.
    public RegistrationId registered(Personas by, String name) {
        return by.acting()
                .get(() -> registrations.register(
                        people.add(Identity.named(name), null, new NameFacts(1990, "TH")),
                        TestFacts.on(LocalDate.of(2026, 11, 20)),
                        Circumstances.notStated()));
    }

    /// Everybody of one find in the north, with names.
    public Found found(Personas by, int count) {
        return by.acting().get(() -> {
            EventId id = EventId.random();
            String code = "BÄR-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
            events.add(new Event(
                    id,
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
            List<PersonInEvent> rows = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                rows.add(picker(i));
            }
            return new Found(id, code, inEvent.register(id, LocalDate.of(2026, 11, 20), rows));
        });
    }

    private static PersonInEvent picker(int i) {
        return new PersonInEvent(
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
                false);
    }

    /// What everybody was told, with consent written down in the same act.
    public static Terms terms() {
        return terms("spoken");
    }

    public static Terms terms(@Nullable String consentHow) {
        return new Terms("TH", told(), null, null, null, consentHow);
    }

    public static Information told() {
        return new Information(TODAY, Set.of("voluntary", "what_it_gives"), "th", "telephone");
    }

    /// An application for somebody new.
    public ReturnId opened(Personas by, String name) {
        RegistrationId registration = registered(by, name);
        return by.acting().get(() -> applying.open(registration, terms()));
    }

    /// A group of everybody of a find.
    public NewGroup group(Found found, List<NewCost> costs) {
        return new NewGroup(
                found.event(),
                terms(),
                found.registrations().stream()
                        .map(id -> new NewGroup.Row(id, null, null))
                        .toList(),
                costs);
    }
}
