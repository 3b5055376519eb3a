package se.ledfyr.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static se.ledfyr.intake.SampleFiles.file;
import static se.ledfyr.personas.Personas.NGO_CASEWORKER;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.HouseTest;
import se.ledfyr.codes.CodeBook;
import se.ledfyr.filing.FilingOutcome;
import se.ledfyr.filing.FilingOutcome.NeedsYes;
import se.ledfyr.filing.FilingOutcome.Taken;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.surveys.Editions;
import se.ledfyr.surveys.TestEditions;

/// A file of a questionnaire says which year it is of: by what is asked, else by what its rows answer, else whoever
/// brings it says so.
@HouseTest
class YearOfFileTests {

    private static final RecordKind OF_2026 = RecordKinds.of("civil_adults_2026");
    private static final RecordKind SAME_NEXT_YEAR = next();

    @Autowired
    private FileIntake intake;

    /// Questions of 2026 asked once more the year after, without any change: the header is the same.
    private static RecordKind next() {
        return SurveyKinds.of(TestEditions.yearAfter("adult-2026"), CodeBook.delivered());
    }

    @Test
    void whatIsAskedTellsTheYear() throws Exception {
        for (int year : Editions.delivered().years()) {
            for (String family : List.of("civil_adults_", "civil_children_")) {
                RecordKind kind = RecordKinds.of(family + year);
                assertThat(which(RecordKinds.ALL, kind, null, "carried_over")).isEqualTo(kind);
            }
        }
    }

    @Test
    void whereTheSameIsAskedWhatTheRowsAnswerTellsTheYear() throws Exception {
        List<RecordKind> kinds = List.of(SAME_NEXT_YEAR, OF_2026);

        assertThat(which(kinds, OF_2026, null, "carried_over", "new_2026")).isEqualTo(OF_2026);
        assertThat(which(kinds, OF_2026, null, "carried_over", "new_2027", "new_2027"))
                .isEqualTo(SAME_NEXT_YEAR);
        // One slip of the pen does not make it another year.
        assertThat(which(kinds, OF_2026, null, "new_2027", "new_2026", "new_2026"))
                .isEqualTo(OF_2026);
    }

    @Test
    void whereNoRowTellsWhoeverBringsItMustSay() throws Exception {
        List<RecordKind> kinds = List.of(SAME_NEXT_YEAR, OF_2026);

        assertThatExceptionOfType(FileRefused.class)
                .isThrownBy(() -> which(kinds, OF_2026, null, "carried_over"))
                .satisfies(refused ->
                        assertThat(refused.fault().problem().arguments()).containsExactly("2026, 2027"));
        assertThat(which(kinds, OF_2026, 2026, "carried_over")).isEqualTo(OF_2026);
        assertThat(which(kinds, OF_2026, 2027, "carried_over")).isEqualTo(SAME_NEXT_YEAR);
    }

    /// The twin: the first of those that are alike would take the file for another year.
    @Test
    void theFirstThatLooksAlikeIsTheWrongYear() throws Exception {
        RawRecord header = records(OF_2026, "new_2026").getFirst();

        assertThat(HeaderReader.likeness(SAME_NEXT_YEAR, header)).isEqualTo(HeaderReader.likeness(OF_2026, header));
        assertThat(which(List.of(SAME_NEXT_YEAR), OF_2026, null, "new_2026")).isNotEqualTo(OF_2026);
    }

    /// A question without a column of its own is taken, compared and corrected as every other.
    @Test
    void aQuestionOfALaterYearIsTakenAndCorrected() throws Exception {
        Map<String, String> row = row("compensation", "claimed");

        assertThat(take(csv(row), false)).isInstanceOf(Taken.class);
        assertThat(((Taken) take(csv(row), false)).added()).isZero();
        assertThat(answer(row)).isEqualTo("[\"claimed\"]");
        row.put("compensation", "received");
        assertThat(((NeedsYes) take(csv(row), false)).corrections())
                .extracting(each -> each.field() + " " + each.before() + " " + each.after())
                .containsExactly("compensation claimed received");
        take(csv(row), true);
        assertThat(answer(row)).isEqualTo("[\"received\"]");
        assertThat(one("select edition || ' ' || year from surveys.contact where id = ?::uuid", row))
                .isEqualTo("adult-2026 2026");
        assertThat(one(
                        "select field || ' ' || old_value || ' ' || new_value from surveys.contact_change"
                                + " where contact_id = ?::uuid",
                        row))
                .isEqualTo("compensation claimed received");
    }

    /// What was answered in an earlier revision is not changed by a file of a later one, which asks something else.
    @Test
    void whatAnEarlierRevisionWasAnsweredIsLeftAlone() throws Exception {
        Map<String, String> row = row("compensation", "claimed");
        take(csv(row), false);
        TestInstallation.owner()
                .sql("update surveys.contact set edition = 'adult-2026-9' where id = ?::uuid")
                .param(row.get("person_id"))
                .update();
        try {
            assertThat(((Taken) take(csv(row), false)).corrected()).isZero();
            row.put("compensation", "received");

            FilingOutcome outcome = take(csv(row), true);

            assertThat(((FilingOutcome.InConflict) outcome).conflicts())
                    .extracting(each -> each.reason() + " " + each.detail())
                    .containsExactly("EARLIER_REVISION adult-2026-9");
            assertThat(answer(row)).isEqualTo("[\"claimed\"]");
        } finally {
            TestInstallation.owner()
                    .sql("update surveys.contact set edition = 'adult-2026' where id = ?::uuid")
                    .param(row.get("person_id"))
                    .update();
        }
    }

    @Test
    void templatesOfEveryYearHaveNamesInBothLanguages() {
        for (String kind : Templates.kinds()) {
            for (String language : List.of("sv", "en")) {
                assertThat(Wording.in(language).kind(kind)).doesNotStartWith("intake.");
                assertThat(Wording.in(language).kind("intake.template.file.", kind))
                        .doesNotStartWith("intake.");
            }
        }
        assertThat(Wording.in("en").kind("civil_children_2026")).isEqualTo("Civil society: children met in 2026");
    }

    private static RecordKind which(List<RecordKind> kinds, RecordKind like, @Nullable Integer year, String... contacts)
            throws Exception {
        List<RawRecord> records = records(like, contacts);
        return new WhichKind(kinds, year).of(records.getFirst(), () -> reader(records));
    }

    private static RecordReader reader(List<RawRecord> records) {
        var left = new ArrayList<>(records).iterator();
        return new RecordReader() {
            @Override
            public @Nullable RawRecord next() {
                return left.hasNext() ? left.next() : null;
            }

            @Override
            public void close() {}
        };
    }

    private static List<RawRecord> records(RecordKind kind, String... contacts) {
        List<String> header = kind.columns().stream().map(Column::name).toList();
        List<RawRecord> records = new ArrayList<>();
        records.add(record(1, header));
        for (String contact : contacts) {
            records.add(record(
                    records.size() + 1L,
                    header.stream()
                            .map(name -> name.equals("contact") ? contact : "")
                            .toList()));
        }
        return records;
    }

    private static RawRecord record(long line, List<String> cells) {
        return new RawRecord(line, cells, cells.size(), Map.of(), true);
    }

    private static Map<String, String> row(String question, String answer) {
        Map<String, String> row = new LinkedHashMap<>();
        OF_2026.columns().forEach(column -> row.put(column.name(), ""));
        row.put("person_id", UUID.randomUUID().toString());
        row.put("reporting_organisation", "ORG-01");
        row.put("contact", "new_2026");
        row.put("exposure", "direct");
        row.put("sex", "male");
        row.put(question, answer);
        return row;
    }

    private static String csv(Map<String, String> row) {
        return String.join(",", row.keySet()) + "\n" + String.join(",", row.values()) + "\n";
    }

    private FilingOutcome take(String content, boolean agreed) throws Exception {
        IntakeAnswer answer = NGO_CASEWORKER.acting().call(() -> intake.take(file(content), agreed));
        assertThat(answer.verdict().faults()).isEmpty();
        return Objects.requireNonNull(answer.filing());
    }

    private static String answer(Map<String, String> row) {
        return one("select answers -> 'compensation' ->> 'codes' from surveys.contact where id = ?::uuid", row);
    }

    private static String one(String query, Map<String, String> row) {
        return String.valueOf(TestInstallation.owner()
                .sql(query)
                .param(row.get("person_id"))
                .query()
                .singleValue());
    }
}
