package se.ledfyr.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"2 500 000 | 250000000", "1150,50 | 115050", "900 000 kr | 90000000", "0,01 | 1", "12.30 | 1230"})
    void amountsAreReadAsPeopleWriteThem(String written, long ore) {
        assertThat(Money.find(written)).contains(new Money(ore));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-5", "1,5", "1e6", "5 kronor", "1.000.000", "9999999999999"})
    void anythingElseIsNoAmount(String written) {
        assertThat(Money.find(written)).isEmpty();
    }

    /// What a page shows and a form takes back is the amount, to the öre.
    @Property
    void writtenAndReadAgainNoOreIsLost(@ForAll @LongRange(min = 0, max = 99_999_999_999_999L) long ore) {
        assertThat(Money.find(new Money(ore).text())).contains(new Money(ore));
        assertThat(Money.find(new Money(ore).plain())).contains(new Money(ore));
    }

    @Test
    void whatIsForetoldIsRoundedAndWhatIsAskedForIsEnough() {
        assertThat(Money.kronor(1_499).rough()).isEqualTo(Money.kronor(1_000));
        assertThat(Money.kronor(1_500).rough()).isEqualTo(Money.kronor(2_000));
        assertThat(new Money(100_001).roughUp()).isEqualTo(Money.kronor(2_000));
        assertThat(Money.ZERO.roughUp()).isEqualTo(Money.ZERO);
    }

    @Test
    void aSumThatDoesNotFitIsAnErrorAndNotAnotherSum() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> new Money(Long.MAX_VALUE).plus(new Money(1)));
    }
}
