package se.ledfyr.casework;

import java.util.UUID;
import java.util.concurrent.Callable;
import org.springframework.stereotype.Component;
import se.ledfyr.people.Identity;
import se.ledfyr.people.NameFacts;
import se.ledfyr.people.People;
import se.ledfyr.people.PersonId;
import se.ledfyr.personas.Personas;

/// Cases of fictional people, for tests that need some.
@Component
public class TestCases {

    private final Registrations registrations;
    private final Registering registering;
    private final Cases cases;
    private final People people;

    TestCases(Registrations registrations, Registering registering, Cases cases, People people) {
        this.registrations = registrations;
        this.registering = registering;
        this.cases = cases;
        this.people = people;
    }

    /// Somebody without a name, registered by a persona.
    public RegistrationId registered(Personas by) {
        return quietly(
                by,
                () -> registrations.register(
                        people.addWithoutIdentity(), TestFacts.of(2024), Circumstances.notStated()));
    }

    /// The open case of somebody without a name, held by a persona.
    public CaseId opened(Personas by) {
        RegistrationId registration = registered(by);
        return quietly(by, () -> cases.open(registration));
    }

    /// The open case of somebody with a name, held by a persona.
    public CaseId opened(Personas by, String name) {
        return quietly(
                by,
                () -> cases.open(registering.newPerson(
                        new Registering.NewPerson(Identity.named(name), null, new NameFacts(1990, "TH")),
                        TestFacts.of(2024),
                        Circumstances.notStated())));
    }

    /// Somebody in a persona's keeping about whom nothing is known.
    public PersonId person(Personas of) {
        return quietly(of, people::addWithoutIdentity);
    }

    /// Passes a case on, by an offer and its acceptance.
    public void pass(CaseId id, Personas from, Personas to) {
        from.acting()
                .run(() -> cases.release(
                        id, UUID.randomUUID(), java.util.Set.of(to.place().id())));
        PersonId theirs = person(to);
        to.acting().run(() -> cases.takeOver(id, theirs, new HolderInside.Colleague(to.id())));
    }

    private static <T> T quietly(Personas persona, Callable<T> work) {
        try {
            return persona.acting().call(work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
