package se.ledfyr.methods.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JaroWinklerTests {

    /// The values usually printed for these pairs, to three decimals.
    @ParameterizedTest
    @CsvSource({
        "martha, marhta, 0.961",
        "dwayne, duane, 0.840",
        "dixon, dicksonx, 0.813",
        "jones, johnson, 0.832",
        "abc, xyz, 0",
        "'', a, 0"
    })
    void agreesWithThePrintedValues(String one, String other, double expected) {
        assertThat(JaroWinkler.similarity(one, other)).isCloseTo(expected, within(0.0005));
    }

    @Property
    void isSymmetricAndBetweenNoughtAndOne(
            @ForAll @AlphaChars @StringLength(max = 12) String one,
            @ForAll @AlphaChars @StringLength(max = 12) String other) {
        double similarity = JaroWinkler.similarity(one, other);

        assertThat(similarity).isBetween(0.0, 1.0);
        assertThat(JaroWinkler.similarity(other, one)).isCloseTo(similarity, within(1e-12));
    }

    @Property
    void isOneForEqualWords(@ForAll @AlphaChars @StringLength(max = 12) String word) {
        assertThat(JaroWinkler.similarity(word, word)).isEqualTo(1);
    }
}
