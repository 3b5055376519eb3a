package se.ledfyr.methods.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ledfyr.methods.linkage.NameLikeness.Reason.ORDER_SWAPPED;
import static se.ledfyr.methods.linkage.NameLikeness.Reason.SAME_WORD;
import static se.ledfyr.methods.linkage.NameLikeness.Reason.SOUNDS_ALIKE;
import static se.ledfyr.methods.linkage.NameLikeness.Reason.SPELLED_ALIKE;

import org.junit.jupiter.api.Test;

class NameLikenessTests {

    @Test
    void equalNamesAreFullyAlike() {
        NameLikeness likeness = NameLikeness.between("Ioana Dumitrescu", "IOANA DUMITRESCU");

        assertThat(likeness.score()).isEqualTo(1);
        assertThat(likeness.reasons()).containsExactly(SAME_WORD);
    }

    @Test
    void orderDoesNotMatterButIsNamed() {
        NameLikeness likeness = NameLikeness.between("Ioana Dumitrescu", "Dumitrescu, Ioana");

        assertThat(likeness.score()).isEqualTo(1);
        assertThat(likeness.reasons()).containsExactlyInAnyOrder(SAME_WORD, ORDER_SWAPPED);
    }

    @Test
    void otherScriptSoundsAlike() {
        assertThat(NameLikeness.between("Mohammed Hosseini", "محمد حسيني").reasons())
                .containsExactly(SOUNDS_ALIKE);
    }

    @Test
    void typingErrorIsSpelledAlike() {
        assertThat(NameLikeness.between("Dumitrescu", "Dumitresu").reasons()).containsAnyOf(SPELLED_ALIKE);
    }

    @Test
    void oneOfTwoWordsIsHalfAlike() {
        assertThat(NameLikeness.between("Maria Silva", "Maria Popescu").score()).isEqualTo(0.5);
    }

    @Test
    void partOfALongerNameIsNearlyFullyAlike() {
        assertThat(NameLikeness.between("Maria Silva", "Maria da Silva Santos").score())
                .isBetween(0.9, 0.99);
    }

    @Test
    void oneSkeletonIsNotEnoughForTwoLatinSpellingsFarApart() {
        assertThat(NameLikeness.between("Bo", "Fia").score()).isZero();
    }
}
