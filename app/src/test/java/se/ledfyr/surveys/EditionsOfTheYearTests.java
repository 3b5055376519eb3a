package se.ledfyr.surveys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.ledfyr.codes.CodeBook;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.surveys.Comparison.Break.Kind;

/// A new year is a new file, and every question of it says how it stands to the year before.
class EditionsOfTheYearTests {

    private static final Comparison COMPARISON = Comparison.delivered();

    @ParameterizedTest
    @EnumSource(SurveyForm.class)
    void everyQuestionOf2026SaysHowItStandsTo2025(SurveyForm form) {
        Edition edition = Editions.delivered().current(form, 2026).orElseThrow();

        assertThat(edition.questions())
                .allSatisfy(question -> assertThat(question.isNew()
                                || question.breaks() != null
                                || question.key().equals(question.comparableWith()))
                        .as(question.key())
                        .isTrue());
        assertThat(edition.questions().stream().filter(Question::isNew)).hasSize(1);
        assertThat(edition.questions().stream().filter(question -> question.breaks() != null))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "ADULT, compensation,       NEW",
        "ADULT, setting,            CHANGED",
        "ADULT, reflection_granted, ENDED",
        "CHILD, in_school,          NEW",
        "CHILD, social_services_interventions, CHANGED",
        "CHILD, asylum_seeker,      ENDED"
    })
    void whatChangedIsSaid(SurveyForm form, String question, Kind kind) {
        Comparison.Break found =
                COMPARISON.between(EnumSet.of(form), question, 2025, 2026).orElseThrow();

        assertThat(found.kind()).isEqualTo(kind);
        assertThat(found.year()).isEqualTo(2026);
        assertThat(found.reason().sv().isEmpty()).isEqualTo(kind != Kind.CHANGED);
    }

    @Test
    void anotherWordingOfTheSameQuestionIsCompared() {
        Editions editions = Editions.delivered();
        Question before = editions.get("adult-2025").get("identified_by");
        Question now = editions.get("adult-2026").get("identified_by");

        assertThat(now.wording()).isNotEqualTo(before.wording());
        assertThat(COMPARISON.between(EnumSet.allOf(SurveyForm.class), "identified_by", 2025, 2026))
                .isEmpty();
    }

    @Test
    void nothingIsComparedWithYearsThatHaveNoAnswers() {
        assertThat(COMPARISON.between(EnumSet.of(SurveyForm.ADULT), "sex", 2024, 2025))
                .map(Comparison.Break::kind)
                .contains(Kind.NO_ANSWERS);
        assertThat(COMPARISON.isAsked(EnumSet.of(SurveyForm.ADULT), 2026, "reflection_granted"))
                .isFalse();
        assertThat(COMPARISON.isAsked(EnumSet.of(SurveyForm.ADULT), 2025, "reflection_granted"))
                .isTrue();
    }

    /// The twin: a file that leaves it open, or says it wrong, stops the start.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "comparable_with: sex | most: 0                       | one of new",
                "comparable_with: sex | comparable_with: exposure     | keeps that key",
                "comparable_with: sex | new: true                     | was asked the year before",
                "new: true            | comparable_with: compensation | it is new",
                "type: number         | type: slug                    | key of its own"
            })
    void anEditionThatDoesNotSaySoStopsTheStart(String right, String wrong, String why) {
        String text = TestEditions.text("/surveys/adult-2026.yaml");
        int place = text.indexOf(right);
        assertThat(place).isPositive();
        Edition broken = TestEditions.read(
                "adult-2026", text.substring(0, place) + wrong + text.substring(place + right.length()));

        assertThatIllegalStateException()
                .isThrownBy(() -> Continuity.require(List.of(
                        Editions.delivered().get("adult-2025"),
                        Editions.delivered().get("child-2025"),
                        broken)))
                .withMessageContaining(why);
    }

    /// What is another question now is asked anew of those who are carried over; what means the same
    /// goes along.
    @Test
    void onlyWhatMeansTheSameIsCarriedOver() {
        Edition before = Editions.delivered().get("adult-2025");
        Answers answers = Some.adult()
                .with("setting", Answer.Codes.of("online_only"))
                .with("forms", Answer.Codes.of("labour"))
                .with("began", Answer.Codes.of("stranger"));
        Contact contact = new Contact(
                ContactId.random(),
                new OrganisationId(UUID.randomUUID()),
                2025,
                before,
                answers,
                null,
                2,
                Instant.EPOCH,
                Instant.EPOCH,
                null);
        Questionnaire next = new Questionnaire(Editions.delivered().get("adult-2026"), CodeBook.delivered());

        Answers carried = new CarryingOver(next).answers(contact);

        assertThat(carried.by().keySet()).containsExactlyInAnyOrder("contact", "exposure", "sex", "forms", "began");
        // It would still be an answer: leaving out what no longer is one would not be enough.
        assertThat(next.check(carried.with("setting", Answer.Codes.of("online_only"))))
                .isEmpty();
    }
}
