package se.ledfyr.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTests {

    @Test
    void blankValuesAreNothing() {
        assertThat(new Identity(" ", List.of("", "  "), List.of(), List.of(" "), "\n").isEmpty())
                .isTrue();
        assertThat(Identity.named("Ebba Vinter").isEmpty()).isFalse();
    }

    @Test
    void addressBecomesOneLine() {
        Identity identity = new Identity(null, List.of(), List.of(), List.of(), "Provgatan 1\r\n999 99 Provstad");

        assertThat(identity.address()).isEqualTo("Provgatan 1, 999 99 Provstad");
    }

    @Test
    void persianNameKeepsItsJoiner() {
        assertThat(Identity.named("علی\u200cرضا").name()).contains("\u200c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Ebba\u0000Vinter", "Ebba\u0007Vinter", "Ebba\u202eVinter"})
    void whatCannotBeSeenIsNoReason(String text) {
        assertThat(People.isReason(text)).isFalse();
        assertThat(People.isReason("Asked by telephone, " + "x".repeat(2_000))).isFalse();
        assertThat(People.isReason("Asked by telephone")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ebba\u0000Vinter", "Ebba\nVinter", "Ebba\u202eVinter", "Ebba\ud800Vinter"})
    void hiddenCharactersAreRefusedWithoutShowingTheName(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Identity.named(name))
                .withMessageContaining("name")
                .withMessageNotContaining("Ebba");
    }

    @Test
    void tooLongIsRefusedWithoutShowingTheName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Identity.named("Ebba".repeat(51)))
                .withMessageNotContaining("Ebba");
    }

    @Test
    void tooManyAreRefused() {
        List<String> aliases = java.util.stream.IntStream.range(0, 21)
                .mapToObj(i -> "Alias " + i)
                .toList();

        assertThatIllegalArgumentException().isThrownBy(() -> new Identity(null, aliases, List.of(), List.of(), null));
    }

    @Test
    void nothingShowsWhoSomebodyIsByAccident() {
        Identity identity = Identity.named("Ebba Vinter", "Vintern");
        PersonName name = new PersonName("Ebba Vinter", null, false);
        KnownPerson person = new KnownPerson(PersonId.random(), identity, null, false, java.time.Instant.EPOCH, null);
        Candidate candidate = new Candidate(PersonId.random(), name, java.util.Set.of(Candidate.Reason.SAME_NAME), 1);

        assertThat(List.of(identity, name, person, candidate, new NameFacts(1987, "SE")))
                .allSatisfy(value -> assertThat(value.toString()).doesNotContain("Ebba", "Vinter", "1987"));
    }
}
