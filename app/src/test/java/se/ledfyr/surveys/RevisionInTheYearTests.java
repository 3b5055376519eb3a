package se.ledfyr.surveys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static se.ledfyr.personas.Personas.NGO_CASEWORKER;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import se.ledfyr.HouseTest;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.codes.CodeBook;
import se.ledfyr.codes.Codes;
import se.ledfyr.installation.TestInstallation;

/// A questionnaire is changed in the middle of the year. Old answers mean what was asked when they were
/// given, whatever is asked afterwards.
@HouseTest
class RevisionInTheYearTests {

    private static final int YEAR = 2026;

    @Autowired
    private Contacts contacts;

    @Autowired
    private OwnWays ways;

    @Autowired
    private SurveyYears years;

    @Autowired
    private Participants participants;

    @Autowired
    private Editions editions;

    @Autowired
    private Codes codes;

    @Autowired
    private AuditLog audit;

    @Autowired
    private DSLContext sql;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void oldAnswersStayAndAreCorrectedByTheQuestionsTheyWereGivenTo() {
        Answers answers = Some.adult(YEAR).with("rights_met", new Answer.YesNo(true));
        ContactId old = as(() -> contacts.begin(SurveyForm.ADULT, YEAR, answers, null));
        run(() -> contacts.send(old, 1, null));
        Editions changed = editions.with(revision());
        Contacts after = after(changed);

        Contact read = as(() -> after.get(old));
        assertThat(read.edition().id()).isEqualTo("adult-2026");
        assertThat(read.answers()).isEqualTo(answers);
        run(() -> after.correct(old, 2, answers.with("rights_met", new Answer.YesNo(false)), "Fel ruta."));
        assertThat(as(() -> after.get(old)).answers().find("rights_met")).contains(new Answer.YesNo(false));
        assertThat(column(old, "edition")).isEqualTo("adult-2026");
        assertThat(column(old, "encode(definition_hash, 'hex')"))
                .isEqualTo(HexFormat.of().formatHex(editions.get("adult-2026").hashBytes()));
        // Counted as before: the column of the question is still there.
        assertThat(column(old, "rights_met::text")).isEqualTo("false");
    }

    @Test
    void newAnswersAreToWhatIsAskedNow() {
        Contacts after = after(editions.with(revision()));
        Answers answers = Some.adult(YEAR).with("rights_explained", new Answer.YesNo(true));

        ContactId fresh = as(() -> after.begin(SurveyForm.ADULT, YEAR, answers, null));

        assertThat(column(fresh, "edition")).isEqualTo("adult-2026-2");
        assertThat(as(() -> after.get(fresh)).answers()).isEqualTo(answers);
        assertThatExceptionOfType(FaultyAnswers.class)
                .isThrownBy(() -> run(() -> after.begin(
                        SurveyForm.ADULT, YEAR, Some.adult(YEAR).with("rights_met", new Answer.YesNo(true)), null)));
        remove(fresh);
    }

    /// The twin: the same change made in place would take the old answer away, and stops the start.
    @Test
    void aDefinitionChangedInPlaceWouldLoseTheAnswerAndIsRefused() {
        Answers answers = Some.adult(YEAR).with("rights_met", new Answer.YesNo(true));
        byte[] inPlace = TestEditions.text("/revisions/adult-2026-2.yaml")
                .replace("adult-2026-2", "adult-2026")
                .replace("revision: 2", "revision: 1")
                .getBytes(StandardCharsets.UTF_8);
        String delivered = HexFormat.of().formatHex(editions.get("adult-2026").hashBytes());

        Edition asIfUnnoticed = Editions.read("adult-2026.yaml", inPlace, hash("adult-2026", inPlace));
        assertThat(AnswersJson.read(AnswersJson.write(answers), asIfUnnoticed).has("rights_met"))
                .isFalse();
        assertThat(new Questionnaire(asIfUnnoticed, CodeBook.delivered()).check(answers))
                .extracting(Fault::kind)
                .containsExactly(Fault.Kind.NOT_ASKED);
        assertThatIllegalStateException()
                .isThrownBy(() -> Editions.read("adult-2026.yaml", inPlace, Map.of("adult-2026", delivered)))
                .withMessageContaining("not what was delivered");
        assertThatIllegalArgumentException().isThrownBy(() -> editions.with(asIfUnnoticed));
    }

    /// A file is of the last revision, under the name of the year.
    @Test
    void aFileOfTheYearAsksWhatTheLastRevisionAsks() {
        FiledContacts filed = new FiledContacts(revision(), participants, sql);

        assertThat(filed.name()).isEqualTo("civil_adults_2026");
        assertThat(filed.table().columns())
                .anySatisfy(column ->
                        assertThat(column.in("r")).isEqualTo("surveys.value(r.answers, 'rights_explained')::boolean"));
    }

    /// A year after is a file and nothing else: it is answered, filed and counted, and compared with
    /// this one.
    @Test
    void anotherYearNeedsNothingButItsFile() {
        Edition next = TestEditions.yearAfter("adult-2026");
        Editions changed = editions.with(next);
        Contacts after = after(changed);
        Answers answers = Some.adult(2027).with("compensation", Answer.Codes.of("claimed"));

        ContactId id = as(() -> after.begin(SurveyForm.ADULT, 2027, answers, null));
        run(() -> after.send(id, 1, null));

        assertThat(as(() -> after.get(id)).answers()).isEqualTo(answers);
        assertThat(new FiledContacts(next, participants, sql).name()).isEqualTo("civil_adults_2027");
        assertThat(TestInstallation.owner()
                        .sql(
                                "select year || ' ' || question || ' ' || answer from surveys_api.counted_answer where id = ?")
                        .param(id.value())
                        .query(String.class)
                        .list())
                .containsExactly("2027 compensation claimed");
        Comparison comparison = new Comparison(changed);
        assertThat(comparison.between(EnumSet.of(SurveyForm.ADULT), "compensation", 2026, 2027))
                .isEmpty();
        assertThat(comparison.between(EnumSet.of(SurveyForm.ADULT), "setting", 2026, 2027))
                .isEmpty();
        assertThat(comparison.between(EnumSet.of(SurveyForm.ADULT), "setting", 2025, 2027))
                .isPresent();
        // It is not reported before it has begun.
        assertThat(years.list()).doesNotContain(2027);
        remove(id);
    }

    private Contacts after(Editions changed) {
        ContactQueries reading = new ContactQueries(sql, changed, Clock.systemUTC());
        return new Contacts(reading, ways, years, participants, changed, codes, audit);
    }

    private static Edition revision() {
        return TestEditions.read("adult-2026-2", TestEditions.text("/revisions/adult-2026-2.yaml"));
    }

    private static Map<String, String> hash(String id, byte[] content) {
        return Map.of(id, HexFormat.of().formatHex(Editions.sha256(content)));
    }

    private static String column(ContactId id, String column) {
        return TestInstallation.owner()
                .sql("select " + column + " from surveys.contact where id = ?")
                .param(id.value())
                .query(String.class)
                .single();
    }

    /// The house of the other tests knows no such revision.
    private static void remove(ContactId id) {
        TestInstallation.owner()
                .sql("delete from surveys.contact where id = ?")
                .param(id.value())
                .update();
    }

    /// As the house does: every act a transaction of its own.
    private <T> T as(Supplier<T> work) {
        List<T> result = new ArrayList<>();
        NGO_CASEWORKER.acting().run(() -> transaction.executeWithoutResult(status -> result.add(work.get())));
        return result.getFirst();
    }

    private void run(Runnable work) {
        NGO_CASEWORKER.acting().run(() -> transaction.executeWithoutResult(status -> work.run()));
    }
}
