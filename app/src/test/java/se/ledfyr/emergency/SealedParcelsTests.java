package se.ledfyr.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.HouseTest;
import se.ledfyr.access.NotHere;
import se.ledfyr.consent.Basis;
import se.ledfyr.consent.ConsentGate;
import se.ledfyr.consent.ShareRequest;
import se.ledfyr.people.FieldGroup;
import se.ledfyr.people.Identity;
import se.ledfyr.people.NameFacts;
import se.ledfyr.people.ParcelContent;
import se.ledfyr.people.ParcelId;
import se.ledfyr.people.Parcels;
import se.ledfyr.people.People;
import se.ledfyr.people.PersonId;

/// What was sent about a person and taken in belongs to that person: sealed afterwards, it is there for
/// those named and for nobody else.
@HouseTest
class SealedParcelsTests {

    @Autowired
    ConsentGate gate;

    @Autowired
    Parcels parcels;

    @Autowired
    People people;

    @Autowired
    SealedCases sealed;

    private final Circle circle = Circle.make();

    @Test
    void whatWasTakenInIsSealedWithThePerson() {
        ParcelId parcel = sent();
        PersonId person = circle.insider().acting().get(() -> parcels.adopt(parcel));
        circle.outsider()
                .acting()
                .run(() -> assertThat(parcels.look(parcel)).as("before").isPresent());

        circle.lead()
                .acting()
                .run(() -> sealed.seal(person, Set.of(circle.insider().id()), "hot från släkting"));

        circle.outsider().acting().run(() -> {
            assertThat(parcels.look(parcel)).isEmpty();
            assertThat(parcels.close(parcel)).isFalse();
            assertThatExceptionOfType(NotHere.class).isThrownBy(() -> parcels.adopt(parcel));
            assertThatExceptionOfType(NotHere.class).isThrownBy(() -> parcels.adoptAbout(parcel, person));
        });
        circle.insider().acting().run(() -> assertThat(parcels.look(parcel)).isPresent());
        assertThatExceptionOfType(NotHere.class).as("nobody").isThrownBy(() -> parcels.look(parcel));
    }

    @Test
    void whatHasNotBeenTakenInIsThereForAllWhoWorkThere() {
        ParcelId parcel = sent();
        circle.outsider().acting().run(() -> assertThat(parcels.look(parcel)).isPresent());
    }

    private ParcelId sent() {
        return NORD_COORDINATOR.acting().get(() -> {
            PersonId person = people.add(Identity.named("Paket Påhittad"), null, new NameFacts(1990, "TH"));
            return gate.share(new ShareRequest(
                            person,
                            circle.office(),
                            "support",
                            ParcelContent.of(Set.of(FieldGroup.IDENTITY)),
                            new Basis.LawfulGround("vital_interest", "Behöver vård nu")))
                    .parcel();
        });
    }
}
