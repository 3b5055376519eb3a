package se.ledfyr.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The numbers that are whole are from the Swedish Tax Agency's lists of test numbers.
class IdentifierTests {

    @ParameterizedTest
    @ValueSource(strings = {"199103012382", "19910301-2390", "910524-2383", " 9105252382 "})
    void testNumberIsNotDoubted(String number) {
        assertThat(new Identifier(IdentityKind.PERSONAL_NUMBER, number).doubt()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"194003612381", "194000712382", "191711602399", "192701622397"})
    void coordinationNumberMayLeaveMonthOrDayOpen(String number) {
        assertThat(new Identifier(IdentityKind.COORDINATION_NUMBER, number).doubt())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PERSONAL_NUMBER,     199103012383, CHECK_DIGIT",
        "PERSONAL_NUMBER,     199113012382, DATE",
        "PERSONAL_NUMBER,     19910301,     LENGTH",
        "PERSONAL_NUMBER,     1991030123AB, LENGTH",
        "PERSONAL_NUMBER,     194003612381, OTHER_KIND",
        "COORDINATION_NUMBER, 199103012382, OTHER_KIND"
    })
    void aNumberThatCannotBeRightIsDoubtedAndTaken(IdentityKind kind, String number, Doubt doubt) {
        assertThat(new Identifier(kind, number).doubt()).contains(doubt);
    }

    @Test
    void reserveNumberIsNeverDoubted() {
        assertThat(new Identifier(IdentityKind.RESERVE_NUMBER, "SB-12 K").doubt())
                .isEmpty();
    }

    @Test
    void twoWritingsOfOneNumberAreEqual() {
        assertThat(new Identifier(IdentityKind.PERSONAL_NUMBER, "19910301-2382").canonical())
                .isEqualTo(new Identifier(IdentityKind.PERSONAL_NUMBER, "910301+2382").canonical());
    }

    @Test
    void numberIsNeverShownByAccident() {
        assertThat(new Identifier(IdentityKind.PERSONAL_NUMBER, "199103012382").toString())
                .doesNotContain("1991");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Identifier(IdentityKind.PERSONAL_NUMBER, "199103012382".repeat(4)))
                .withMessageNotContaining("1991");
    }
}
