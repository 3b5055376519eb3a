package se.ledfyr.methods.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameWordsTests {

    @ParameterizedTest
    @CsvSource({
        "Åberg,   Aaberg",
        "Åberg,   Aberg",
        "Bäckström, Baeckstroem",
        "Öberg,   Oeberg",
        "O'Brien, O’Brien",
        "O'Brien, OBrien",
        "Nguyễn,  Nguyen",
        "Łukasz,  Lukasz",
        "STRAẞE,  strasse",
        "José,    jose"
    })
    void accentsApostrophesAndTwoLetterVowelsDoNotCount(String one, String other) {
        assertThat(NameWords.spellings(one)).isEqualTo(NameWords.spellings(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Michael", "Rafael", "Joel", "Noel"})
    void namesThatEndInAelOrOelKeepBothVowels(String name) {
        assertThat(NameWords.spellings(name)).containsExactly(name.toLowerCase(java.util.Locale.ROOT));
    }

    @Test
    void hyphensAndSpacesSeparateWords() {
        assertThat(NameWords.spellings(" Anna-Karin,  Berg/Lund ")).containsExactly("anna", "karin", "berg", "lund");
    }

    @Test
    void articleIsLeftOutBesideOtherWords() {
        assertThat(NameWords.spellings("Khaled Al-Hassan")).containsExactly("khaled", "hassan");
        assertThat(NameWords.spellings("Al")).containsExactly("al");
    }

    @Test
    void chineseNameIsFamilyCharacterAndGivenName() {
        assertThat(NameWords.spellings("王小明")).containsExactly("wang", "xiaoming");
    }

    @Test
    void aNameOfNothingReadableHasNoWords() {
        assertThat(NameWords.of(" - ' … ")).isEmpty();
    }

    @Test
    void wordsNeverShowThemselves() {
        assertThat(NameWords.of("Florbela").toString()).doesNotContainIgnoringCase("florbela", "PLRPL");
    }
}
