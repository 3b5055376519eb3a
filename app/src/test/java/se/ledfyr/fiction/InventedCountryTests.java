package se.ledfyr.fiction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.HouseTest;
import se.ledfyr.access.NotHere;
import se.ledfyr.casework.Facts;
import se.ledfyr.casework.RegisteringMany;
import se.ledfyr.casework.RegistrationId;
import se.ledfyr.casework.Registrations;
import se.ledfyr.people.Identity;
import se.ledfyr.people.NameFacts;
import se.ledfyr.people.NewPerson;
import se.ledfyr.people.People;
import se.ledfyr.people.PersonId;
import se.ledfyr.personas.Personas;

@HouseTest
class InventedCountryTests {

    private static final Facts IN_AN_EVENT = facts("HÄNDELSE-NORD-2019-1");
    private static final Facts ALONE = facts(null);

    @Autowired
    private InventedCountry country;

    @Autowired
    private RegisteringMany registering;

    @Autowired
    private Registrations registrations;

    @Autowired
    private People people;

    @Test
    void nothingIsInventedAmongPeopleWhoAreRegistered() throws Exception {
        Personas.NORD_COORDINATOR.acting().run(() -> register(ALONE));

        assertThat(country.isInUse()).isTrue();
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> country.fill(1, 1, done -> {}));
    }

    @Test
    void registeredTogetherIsLikeRegisteredOneByOne() throws Exception {
        Personas.NORD_COORDINATOR.acting().run(() -> {
            List<RegistrationId> ids = register(IN_AN_EVENT, ALONE, IN_AN_EVENT);

            assertThat(ids)
                    .extracting(id -> registrations.get(id).facts())
                    .containsExactly(IN_AN_EVENT, ALONE, IN_AN_EVENT);
        });
    }

    @Test
    void bystanderSeesNoneOfThemAndNobodyCanRegister() throws Exception {
        RegistrationId id =
                Personas.NORD_COORDINATOR.acting().call(() -> register(ALONE)).getFirst();

        assertThatExceptionOfType(NotHere.class)
                .isThrownBy(() -> Personas.SYD_COORDINATOR.acting().call(() -> registrations.get(id)));
        assertThatExceptionOfType(NotHere.class).isThrownBy(() -> registering.register(List.of()));
    }

    @Test
    void inventedNamesAreTheSameForTheSameSeedAndSomeHaveNone() {
        InventedNames names = InventedNames.delivered();

        List<Identity> drawn = draw(names);

        assertThat(drawn).isEqualTo(draw(names)).contains(Identity.NONE);
        assertThat(drawn.stream()
                        .filter(each -> each.name() != null && each.name().matches(".*\\p{IsThai}.*")))
                .isNotEmpty();
    }

    private static List<Identity> draw(InventedNames names) {
        Draws draws = new Draws(5);
        return java.util.stream.IntStream.range(0, 300)
                .mapToObj(i -> names.draw(draws, i % 2 == 0 ? "TH" : null))
                .toList();
    }

    private List<RegistrationId> register(Facts... all) {
        List<NewPerson> identities = java.util.Arrays.stream(all)
                .map(each -> new NewPerson(Identity.named("Provperson"), null, NameFacts.UNKNOWN))
                .toList();
        List<PersonId> ids = people.addAll(identities);
        List<RegisteringMany.OfPerson> many = java.util.stream.IntStream.range(0, all.length)
                .mapToObj(i -> new RegisteringMany.OfPerson(RegistrationId.random(), ids.get(i), all[i]))
                .toList();
        registering.register(many);
        return many.stream().map(RegisteringMany.OfPerson::id).toList();
    }

    private static Facts facts(@org.jspecify.annotations.Nullable String event) {
        return new Facts(
                LocalDate.of(2019, 5, 6),
                "nord",
                "2480",
                "female",
                "adult",
                1990,
                "TH",
                new TreeSet<>(List.of("labour", "household")),
                "forestry",
                "police",
                event,
                null,
                "offline",
                2,
                true,
                false);
    }
}
