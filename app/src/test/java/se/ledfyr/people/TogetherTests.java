package se.ledfyr.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.HouseTest;
import se.ledfyr.access.NotHere;
import se.ledfyr.personas.Personas;

@HouseTest
class TogetherTests {

    private static final NewPerson NAMED = new NewPerson(
            new Identity("Sunisa Thongchai", List.of("สุนิสา"), List.of(), List.of("070-174 06 05"), null),
            null,
            new NameFacts(1991, "TH"));
    private static final NewPerson PROTECTED = new NewPerson(
            Identity.named("Oksana Wirwenko"), Protection.CONFIDENTIALITY_MARKING, new NameFacts(1987, "UA"));
    private static final NewPerson NAMELESS = new NewPerson(Identity.NONE, null, NameFacts.UNKNOWN);

    @Autowired
    private People people;

    @Test
    void takenInTogetherIsLikeTakenInOneByOne() throws Exception {
        List<PersonId> ids =
                Personas.NORD_COORDINATOR.acting().call(() -> people.addAll(List.of(NAMED, NAMELESS, PROTECTED)));

        Personas.NORD_COORDINATOR.acting().run(() -> {
            assertThat(people.find(ids.get(0)).orElseThrow().identity()).isEqualTo(NAMED.identity());
            assertThat(people.find(ids.get(1)).orElseThrow().identity()).isEqualTo(Identity.NONE);
            assertThat(people.find(ids.get(2)).orElseThrow().masked()).isTrue();
            assertThat(people.reveal(ids.get(2), "provet")).isEqualTo(PROTECTED.identity());
            assertThat(people.search("thongchai")).contains(ids.get(0));
            assertThat(people.candidates(NAMED.identity(), NAMED.facts()))
                    .extracting(Candidate::person)
                    .contains(ids.get(0));
        });
    }

    @Test
    void bystanderSeesNoneOfThemAndNobodyCanAdd() throws Exception {
        List<PersonId> ids = Personas.NORD_COORDINATOR.acting().call(() -> people.addAll(List.of(NAMED, PROTECTED)));

        Personas.SYD_COORDINATOR.acting().run(() -> {
            assertThat(people.names(ids)).isEmpty();
            assertThat(people.search("thongchai")).doesNotContainAnyElementsOf(ids);
        });
        assertThatExceptionOfType(NotHere.class).isThrownBy(() -> people.addAll(List.of(NAMED)));
    }

    @Test
    void nobodyIsFewEnough() throws Exception {
        assertThat(Personas.NORD_COORDINATOR.acting().call(() -> people.addAll(List.of())))
                .isEmpty();
    }
}
