package se.ledfyr.methods.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NameLikenessPropertyTests {

    @Property(tries = 300)
    void likenessIsSymmetric(@ForAll("names") List<String> one, @ForAll("names") List<String> other) {
        NameLikeness forth = NameLikeness.between(String.join(" ", one), String.join(" ", other));
        NameLikeness back = NameLikeness.between(String.join(" ", other), String.join(" ", one));

        assertThat(forth.score()).isCloseTo(back.score(), within(1e-9));
        assertThat(forth.score()).isBetween(0.0, 1.0);
    }

    @Property(tries = 300)
    void everyOrderOfTheWordsIsFullyAlike(@ForAll("names") List<String> words, @ForAll Random random) {
        List<String> shuffled = new java.util.ArrayList<>(words);
        Collections.shuffle(shuffled, random);

        assertThat(NameLikeness.between(String.join(" ", words), String.join("-", shuffled))
                        .score())
                .isEqualTo(1);
    }

    @Property(tries = 500)
    void anyTextCanBeCutIntoWords(@ForAll String text) {
        assertThatCode(() -> NameWords.of(text)).doesNotThrowAnyException();
        assertThat(NameWords.of(text)).allMatch(word -> word.spelling().matches("[a-z0-9]+"));
        assertThat(NameWords.of(text)).hasSizeLessThanOrEqualTo(NameWords.MAX_WORDS);
    }

    @Property(tries = 300)
    void foldingWhatIsFoldedChangesNothing(@ForAll("names") List<String> words) {
        List<String> once = NameWords.spellings(String.join(" ", words));

        assertThat(NameWords.spellings(String.join(" ", once))).isEqualTo(once);
    }

    @Provide
    Arbitrary<List<String>> names() {
        return Arbitraries.of(
                        "Mohammed",
                        "محمد",
                        "Ioana",
                        "Dumitrescu",
                        "Олександр",
                        "Oleksandr",
                        "Kowalski",
                        "Wang",
                        "Xiaoming",
                        "Åsa",
                        "Bäckström",
                        "Joy",
                        "Blessing",
                        "Somchai",
                        "สมชาย",
                        "Fatima",
                        "Γεώργιος",
                        "Maria",
                        "Mariam",
                        "Silva",
                        "Elena",
                        "Helena")
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(4);
    }
}
