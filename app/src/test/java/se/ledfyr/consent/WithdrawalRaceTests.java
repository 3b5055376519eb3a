package se.ledfyr.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ledfyr.personas.Personas.NGO_CASEWORKER;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.HouseTest;
import se.ledfyr.access.NotHere;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.people.FieldGroup;
import se.ledfyr.people.Identity;
import se.ledfyr.people.NameFacts;
import se.ledfyr.people.ParcelContent;
import se.ledfyr.people.ParcelId;
import se.ledfyr.people.Parcels;
import se.ledfyr.people.People;
import se.ledfyr.people.PersonId;

/// A withdrawal meets a share, or an adoption, at the same moment.
@HouseTest
class WithdrawalRaceTests {

    private static final int ROUNDS = 40;

    @Autowired
    private People people;

    @Autowired
    private Consents consents;

    @Autowired
    private ConsentGate gate;

    @Autowired
    private Parcels parcels;

    @Test
    void whateverComesFirstNoParcelOutlivesItsConsent() throws Exception {
        int let = 0;
        for (int i = 0; i < ROUNDS; i++) {
            PersonId person = person();
            ConsentId consent = consent(person);
            List<Boolean> done = atOnce(
                    () -> {
                        NORD_COORDINATOR.acting().call(() -> gate.share(request(person)));
                        return true;
                    },
                    () -> {
                        NORD_COORDINATOR.acting().call(() -> consents.withdraw(consent));
                        return true;
                    });
            assertThat(done.get(1)).as("a withdrawal always succeeds").isTrue();
            let += done.get(0) ? 1 : 0;
            assertThat(open(person)).isZero();
        }
        assertThat(let).as("shares that came first").isBetween(0, ROUNDS);
    }

    @Test
    void anAdoptionIsEitherInTimeAndListedOrTooLate() throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            PersonId person = person();
            ConsentId consent = consent(person);
            ParcelId parcel = NORD_COORDINATOR
                    .acting()
                    .call(() -> gate.share(request(person)))
                    .parcel();
            List<Boolean> done = atOnce(
                    () -> {
                        NGO_CASEWORKER.acting().call(() -> parcels.adopt(parcel));
                        return true;
                    },
                    () -> {
                        NORD_COORDINATOR.acting().call(() -> consents.withdraw(consent));
                        return true;
                    });
            ShareLine line = NORD_COORDINATOR
                    .acting()
                    .call(() -> consents.listShares(person))
                    .getFirst();
            assertThat(line.fate().adoptedAt() != null).isEqualTo(done.get(0));
            assertThat(line.fate().closedAt() != null).isNotEqualTo(done.get(0));
            assertThat(line.stoppedAt() != null).isNotEqualTo(done.get(0));
        }
    }

    private static List<Boolean> atOnce(Callable<Boolean> one, Callable<Boolean> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> running = List.of(one, other).stream()
                    .map(work -> threads.submit(() -> {
                        start.await();
                        try {
                            return work.call();
                        } catch (NoConsent | NotHere tooLate) {
                            return false;
                        }
                    }))
                    .toList();
            return List.of(running.get(0).get(), running.get(1).get());
        }
    }

    private PersonId person() throws Exception {
        return NORD_COORDINATOR.acting().call(() -> people.add(Identity.named("Rakel Race"), null, NameFacts.UNKNOWN));
    }

    private ConsentId consent(PersonId person) throws Exception {
        ConsentTerms terms = new ConsentTerms(
                "support",
                Set.of(NGO_CASEWORKER.place().id()),
                Set.of(FieldGroup.IDENTITY),
                "self",
                "spoken",
                "ro",
                "telephone",
                null,
                LocalDate.of(2020, 1, 1),
                null);
        return NORD_COORDINATOR.acting().call(() -> consents.record(person, terms));
    }

    private static ShareRequest request(PersonId person) {
        return new ShareRequest(
                person,
                NGO_CASEWORKER.place().id(),
                "support",
                ParcelContent.of(Set.of(FieldGroup.IDENTITY)),
                Basis.consent());
    }

    private static long open(PersonId person) {
        return TestInstallation.owner()
                .sql("""
                        select count(*) from people.parcel p join people.parcel_person pp on pp.parcel_id = p.id
                         where pp.person_id = ? and p.closed_at is null
                        """)
                .params(person.value())
                .query(Long.class)
                .single();
    }
}
