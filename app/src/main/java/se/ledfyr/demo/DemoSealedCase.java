package se.ledfyr.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.casework.Circumstances;
import se.ledfyr.casework.Facts;
import se.ledfyr.casework.Registering;
import se.ledfyr.casework.RegistrationId;
import se.ledfyr.casework.Registrations;
import se.ledfyr.emergency.BreakGlass;
import se.ledfyr.emergency.SealedCases;
import se.ledfyr.installation.OnlyInDemo;
import se.ledfyr.people.Identity;
import se.ledfyr.people.NameFacts;
import se.ledfyr.people.PersonId;

/// Somebody in the office Nord whose case is there for its lead alone, and a coordinator who broke the glass in vain.
/// So that one can see what the one sees, what the other does not, and what waits to be judged.
@Component
@OnlyInDemo
@Order(40)
class DemoSealedCase implements ApplicationRunner {

    private static final int YEAR_OF_BIRTH = 1996;

    private final Registering registering;
    private final Registrations registrations;
    private final SealedCases sealed;
    private final BreakGlass glass;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoSealedCase(
            Registering registering,
            Registrations registrations,
            SealedCases sealed,
            BreakGlass glass,
            TransactionTemplate transaction,
            Clock clock) {
        this.registering = registering;
        this.registrations = registrations;
        this.sealed = sealed;
        this.glass = glass;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        boolean first = as(DemoMember.LEAD).get(() -> transaction.execute(status -> seal()));
        if (first) {
            as(DemoMember.COORDINATOR)
                    .run(() -> glass.breakGlass("Vera Påhittad", "Polisen ringde: hon kan vara i fara i natt"));
        }
    }

    /// @return false when somebody is sealed already
    private boolean seal() {
        if (!sealed.listMine().isEmpty()) {
            return false;
        }
        RegistrationId registration = registering.newPerson(
                new Registering.NewPerson(
                        Identity.named("Vendela Påhittad-Sluten"), null, new NameFacts(YEAR_OF_BIRTH, "SE")),
                facts(LocalDate.now(clock).minusDays(2)),
                Circumstances.notStated());
        PersonId person = registrations.get(registration).person();
        sealed.seal(person, Set.of(DemoMember.LEAD.id()), "En anhörig till den misstänkte arbetar i samma hus");
        return true;
    }

    private static Facts facts(LocalDate day) {
        return new Facts(
                day,
                "nord",
                "2480",
                "female",
                "adult",
                YEAR_OF_BIRTH,
                "SE",
                new TreeSet<>(List.of("sexual")),
                null,
                "social_services",
                null,
                null,
                null,
                0,
                false,
                false);
    }

    private static Acting as(DemoMember member) {
        return new Acting(
                member.office().id(),
                member.id(),
                Right.of(member.office().organisation().kind(), member.member().roles()));
    }
}
