package se.ledfyr.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IndexKeyTests {

    private static final Identity PERSON = Identity.named("Ioana Dumitrescu", "Ioanna");
    private static final NameFacts FACTS = new NameFacts(1990, "RO");

    private final IndexKey key = new IndexKey(new byte[IndexKey.BYTES]);

    @Test
    void twoOrganisationsWithTheSamePersonShareNoToken() {
        Set<Long> nord = new HashSet<>(stored(key, new UUID(1, 1)));

        assertThat(nord).isNotEmpty().doesNotContainAnyElementsOf(stored(key, new UUID(1, 2)));
    }

    /// The twin: within one organisation they are all the same, else nobody would be found.
    @Test
    void oneOrganisationGetsTheSameTokensAgain() {
        assertThat(stored(key, new UUID(1, 1))).isEqualTo(stored(key, new UUID(1, 1)));
    }

    @Test
    void withoutTheKeyNoTokenCanBeMade() {
        byte[] other = new byte[IndexKey.BYTES];
        other[0] = 1;

        assertThat(stored(new IndexKey(other), new UUID(1, 1)))
                .doesNotContainAnyElementsOf(stored(key, new UUID(1, 1)));
    }

    @Test
    void kindsAndPartsCannotRunIntoEachOther() {
        IndexKey.Tokens tokens = key.tokensOf(new UUID(1, 1));

        assertThat(Set.of(
                        tokens.of("a", "bc"), tokens.of("ab", "c"), tokens.of("a", "b", "c"), tokens.of("a", "c", "b")))
                .hasSize(4);
    }

    @Test
    void aPersonWithMoreNamesThanAnybodyHasABoundedNumberOfTokens() {
        String[] aliases = java.util.stream.IntStream.range(0, 20)
                .mapToObj(i -> "Jan%c Michaw%c Wojci%c Charl%c Anna Berg".formatted('a' + i, 'a' + i, 'a' + i, 'a' + i))
                .toArray(String[]::new);

        assertThat(new NameTokens(key.tokensOf(new UUID(1, 1))).stored(Identity.named("X", aliases), FACTS))
                .hasSizeLessThanOrEqualTo(NameTokens.MAX_STORED);
    }

    private static Set<Long> stored(IndexKey key, UUID organisation) {
        return new NameTokens(key.tokensOf(organisation)).stored(PERSON, FACTS);
    }
}
