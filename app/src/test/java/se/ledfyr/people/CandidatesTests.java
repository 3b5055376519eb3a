package se.ledfyr.people;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.SYD_COORDINATOR;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.HouseTest;
import se.ledfyr.people.Candidate.Reason;

@HouseTest
class CandidatesTests {

    @Autowired
    private People people;

    @ParameterizedTest
    @CsvSource({
        "Mohammed Hosseini,     محمد حسيني",
        "Muhamad Hoseini,       Мухаммед Хоссейни",
        "Oleksandr Kovalenko,   Олександр Коваленко",
        "Somchai Suksawat,      สมชาย สุขสวัสดิ์",
        "Wang Xiaoming,         王小明",
        "Åsa Bäckström,         Aasa Baeckstroem"
    })
    void sameNameInAnotherScriptOrSpellingIsACandidate(String known, String asked) throws Exception {
        PersonId person = add(known, 1961, "AF");

        assertThat(candidates(Identity.named(asked), 1961, "AF"))
                .extracting(Candidate::person)
                .contains(person);
    }

    @Test
    void swappedOrderIsACandidateAndSaysSo() throws Exception {
        PersonId person = add("Ioana Dumitrescu", 1990, "RO");

        Candidate found = only(person, candidates(Identity.named("Dumitrescu Ioana"), 1990, "RO"));

        assertThat(found.reasons())
                .containsExactly(
                        Reason.SAME_NAME, Reason.ORDER_SWAPPED, Reason.SAME_BIRTH_YEAR, Reason.SAME_CITIZENSHIP);
    }

    @Test
    void aliasIsACandidateAndSaysSo() throws Exception {
        PersonId person = NORD_COORDINATOR
                .acting()
                .call(() -> people.add(Identity.named("Blessing Okoro", "Joy Adaeze"), null, facts(1999, "NG")));

        Candidate found = only(person, candidates(Identity.named("Joy Adaese"), 1999, "NG"));

        assertThat(found.reasons()).contains(Reason.ALIAS, Reason.SAME_NAME, Reason.SOUNDS_ALIKE);
    }

    @Test
    void birthYearsOneApartAreCandidatesAndTwoApartAreNot() throws Exception {
        PersonId person = add("Natalia Wojciechowska", 1985, "PL");

        assertThat(candidates(Identity.named("Natalia Wojciechowska"), 1984, "PL"))
                .extracting(Candidate::person)
                .contains(person);
        assertThat(only(person, candidates(Identity.named("Natalia Wojciechowska"), 1986, "PL"))
                        .reasons())
                .contains(Reason.BIRTH_YEAR_ONE_APART);
        assertThat(candidates(Identity.named("Natalia Wojciechowska"), 1983, "PL"))
                .isEmpty();
        assertThat(candidates(Identity.named("Natalia Wojciechowska"), 1987, "PL"))
                .isEmpty();
    }

    @Test
    void unknownBirthYearOrCitizenshipAgreesWithEveryOne() throws Exception {
        PersonId bare = add("Thanaporn Srisai", null, null);
        PersonId known = add("Thanaporn Srisai", 1977, "TH");

        assertThat(candidates(Identity.named("Thanaporn Srisai"), 1977, "TH"))
                .extracting(Candidate::person)
                .containsExactly(known, bare);
        assertThat(candidates(Identity.named("Thanaporn Srisai"), null, null))
                .extracting(Candidate::person)
                .contains(known, bare);
        assertThat(candidates(Identity.named("Thanaporn Srisai"), 1977, "LA"))
                .extracting(Candidate::person)
                .containsExactly(bare);
    }

    @Test
    void sameNumberIsACandidateWhateverElseDiffers() throws Exception {
        PersonId person = NORD_COORDINATOR
                .acting()
                .call(() -> people.add(numbered("Elin Falk", "19910301-2382"), null, facts(1990, "SE")));

        Candidate found = only(person, candidates(numbered("Quite Other", "910301-2382"), 1950, "FI"));

        assertThat(found.reasons()).containsExactly(Reason.SAME_NUMBER);
    }

    @Test
    void candidatesNeverComeFromAnotherOrganisation() throws Exception {
        add("Florentina Radulescu", 1992, "RO");

        assertThat(SYD_COORDINATOR
                        .acting()
                        .call(() -> people.candidates(Identity.named("Florentina Radulescu"), facts(1992, "RO"))))
                .isEmpty();
    }

    @Test
    void protectedCandidateIsMasked() throws Exception {
        PersonId person = NORD_COORDINATOR
                .acting()
                .call(() -> people.add(
                        Identity.named("Gunhild Strandmark"), Protection.PROTECTED_REGISTRATION, facts(1970, "SE")));

        Candidate found = only(person, candidates(Identity.named("Gunhild Strandmark"), 1970, "SE"));

        assertThat(found.name().masked()).isTrue();
        assertThat(found.name().text()).isNull();
    }

    private PersonId add(String name, @Nullable Integer birthYear, @Nullable String citizenship) throws Exception {
        return NORD_COORDINATOR
                .acting()
                .call(() -> people.add(Identity.named(name), null, facts(birthYear, citizenship)));
    }

    private List<Candidate> candidates(Identity identity, @Nullable Integer birthYear, @Nullable String citizenship)
            throws Exception {
        return NORD_COORDINATOR.acting().call(() -> people.candidates(identity, facts(birthYear, citizenship)));
    }

    private static Candidate only(PersonId person, List<Candidate> candidates) {
        assertThat(candidates).extracting(Candidate::person).containsExactly(person);
        return candidates.getFirst();
    }

    private static NameFacts facts(@Nullable Integer birthYear, @Nullable String citizenship) {
        return new NameFacts(birthYear, citizenship);
    }

    private static Identity numbered(String name, String number) {
        return new Identity(
                name, List.of(), List.of(new Identifier(IdentityKind.PERSONAL_NUMBER, number)), List.of(), null);
    }
}
