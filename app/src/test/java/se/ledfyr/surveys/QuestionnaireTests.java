package se.ledfyr.surveys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ledfyr.codes.CodeBook;

class QuestionnaireTests {

    private static final Questionnaire ADULTS = questionnaire("adult-2025");
    private static final Questionnaire CHILDREN = questionnaire("child-2025");

    private static Questionnaire questionnaire(String edition) {
        return new Questionnaire(Editions.delivered().get(edition), CodeBook.delivered());
    }

    @Test
    void theDeliveredEditionsAreThere() {
        assertThat(Editions.delivered().list()).extracting(Edition::id).contains("adult-2025", "child-2025");
        assertThat(Editions.delivered().current(SurveyForm.CHILD, 2025)).isPresent();
        assertThat(Editions.delivered().current(SurveyForm.CHILD, 1999)).isEmpty();
    }

    @Test
    void everyQuestionOfferesAnswersInBothLanguages() {
        for (Edition edition : Editions.delivered().list()) {
            Questionnaire questionnaire = new Questionnaire(edition, CodeBook.delivered());
            for (Question question : edition.questions()) {
                assertThat(questionnaire.choices(question, Locale.of("sv")).isEmpty())
                        .as(question.key())
                        .isEqualTo(!question.type().isCoded());
                assertThat(questionnaire.choices(question, Locale.ENGLISH))
                        .as(question.key())
                        .hasSameSizeAs(questionnaire.choices(question, Locale.of("sv")))
                        .allSatisfy(choice -> assertThat(choice.label()).isNotBlank());
            }
        }
    }

    @Test
    void whatIsNeededAndRightCanBeSent() {
        assertThat(ADULTS.check(Some.adult())).isEmpty();
        assertThat(CHILDREN.check(Some.child())).isEmpty();
    }

    @Test
    void withoutAnAnswerToWhatMustBeKnownNothingIsSentButADraftCanWait() {
        assertThat(faults(ADULTS, Answers.NONE)).containsExactly("contact MISSING", "exposure MISSING", "sex MISSING");
        assertThat(ADULTS.checkDraft(Answers.NONE)).isEmpty();
    }

    @Test
    void aNeedThatWasMetIsANeed() {
        Answers met = Some.adult()
                .with("needs", codes("legal_advice", "basic"))
                .with("met_by_authority", codes("basic"))
                .with("met_by_civil_society", codes("basic", "psychological"));

        assertThat(faults(ADULTS, met)).containsExactly("met_by_civil_society NOT_AMONG needs");
        assertThat(ADULTS.checkDraft(met)).hasSize(1);
    }

    @Test
    void allOfTheAboveStandsAlone() {
        assertThat(faults(ADULTS, Some.adult().with("needs", codes("all_of_above", "basic"))))
                .containsExactly("needs STANDS_ALONE all_of_above");
        assertThat(faults(ADULTS, Some.adult().with("authorities_contacted", codes("none", "police"))))
                .containsExactly("authorities_contacted STANDS_ALONE none");
    }

    @Test
    void aConvictionNamesItsCrimeAndNothingElseDoes() {
        Answers convicted = Some.adult()
                .with("crimes", codes("thb", "rape"))
                .with("legal_status", codes("conviction", "investigation_ongoing"));

        assertThat(faults(ADULTS, convicted)).containsExactly("convicted_for MISSING");
        assertThat(ADULTS.check(convicted.with("convicted_for", codes("thb")))).isEmpty();
        assertThat(faults(ADULTS, convicted.with("convicted_for", codes("procuring"))))
                .containsExactly("convicted_for NOT_AMONG crimes");
        assertThat(faults(
                        ADULTS,
                        convicted.with("legal_status", codes("prosecuted")).with("convicted_for", codes("thb"))))
                .containsExactly("convicted_for NOT_SHOWN legal_status conviction");
    }

    @Test
    void whoWasExposedThroughSomebodyElseHasNoFormsOfTheirOwn() {
        Answers indirect = Some.adult().with("exposure", codes("indirect"));

        assertThat(faults(ADULTS, indirect.with("forms", codes("labour")).with("began", codes("debt"))))
                .containsExactly("forms NOT_SHOWN exposure direct", "began NOT_SHOWN exposure direct");
        assertThat(faults(CHILDREN, Some.child().with("forms", codes("sexual"))))
                .containsExactly("forms NOT_SHOWN exposure direct");
        assertThat(CHILDREN.check(Some.child()
                        .with("exposure", codes("direct"))
                        .with("forms", codes("sexual"))
                        .with("relative_forms", codes("labour"))))
                .isEmpty();
    }

    @Test
    void aPermitIsOfAKindThatIsAPermit() {
        Answers granted = Some.adult().with("permit_granted", new Answer.YesNo(true));

        assertThat(ADULTS.check(granted.with("residence_status", codes("witness"))))
                .isEmpty();
        assertThat(ADULTS.check(granted)).isEmpty();
        assertThat(faults(ADULTS, granted.with("residence_status", codes("asylum_seeker"))))
                .singleElement()
                .asString()
                .startsWith("residence_status NOT_WITH permit_granted");
        assertThat(ADULTS.check(granted.with("permit_granted", new Answer.YesNo(false))
                        .with("residence_status", codes("asylum_seeker"))))
                .isEmpty();
    }

    @Test
    void countryAndPartOfTheWorldComeTogether() {
        assertThat(faults(ADULTS, Some.adult().with("origin_country", codes("TH"))))
                .containsExactly("origin_region TOGETHER origin_country");
        assertThat(faults(ADULTS, Some.adult().with("origin_region", codes("asia"))))
                .containsExactly("origin_region TOGETHER origin_country");
        assertThat(ADULTS.check(Some.adult().with("origin_country", new Answer.NotKnown())))
                .isEmpty();
    }

    @Test
    void childrenAreAskedAboutOnlyWhereThereAreSome() {
        assertThat(faults(
                        ADULTS,
                        Some.adult()
                                .with("has_children", new Answer.YesNo(false))
                                .with("children_place", codes("home_country"))))
                .containsExactly("children_place NOT_SHOWN has_children true");
    }

    @ParameterizedTest
    @CsvSource({
        "sex, female, false",
        "sex, woman, true",
        "origin_country, th, true",
        "forms, not_reported, true",
        "contact, new_2024, true",
        "identified_by, self, false"
    })
    void onlyAnswersOfTheQuestionAreAnswers(String question, String code, boolean wrong) {
        Answers answers = Some.adult().with(question, codes(code));
        if (question.equals("origin_country")) {
            answers = answers.with("origin_region", codes("asia"));
        }
        assertThat(faults(ADULTS, answers).contains(question + " NO_SUCH_ANSWER"))
                .isEqualTo(wrong);
    }

    @Test
    void answersAreOfTheRightKind() {
        assertThat(faults(ADULTS, Some.adult().with("sex", new Answer.Number(3))))
                .containsExactly("sex OTHER_KIND");
        assertThat(faults(ADULTS, Some.adult().with("sex", codes("female", "male"))))
                .containsExactly("sex ONE_ONLY");
        assertThat(faults(ADULTS, Some.adult().with("sex", new Answer.NotKnown())))
                .containsExactly("sex MUST_BE_KNOWN");
        assertThat(faults(CHILDREN, Some.child().with("age_years", new Answer.Number(18))))
                .containsExactly("age_years TOO_HIGH 17");
        assertThat(faults(ADULTS, Some.adult().with("group_case", new Answer.Slug("Åsele"))))
                .containsExactly("group_case NO_SUCH_ANSWER");
        assertThat(faults(ADULTS, Some.adult().with("shoe_size", new Answer.Number(3))))
                .containsExactly("shoe_size NOT_ASKED");
    }

    @Test
    void notAskedNotKnownAndNoAreThreeThings() {
        Answers answers =
                Some.adult().with("rights_met", new Answer.NotKnown()).with("permit_granted", new Answer.YesNo(false));

        assertThat(ADULTS.check(answers)).isEmpty();
        assertThat(AnswersJson.read(AnswersJson.write(answers), ADULTS.edition()))
                .isEqualTo(answers);
        assertThat(answers.has("reflection_granted")).isFalse();
        assertThat(answers.has("rights_met")).isTrue();
        assertThat(answers.tells("rights_met")).isFalse();
        assertThat(answers.tells("permit_granted")).isTrue();
    }

    /// A file that was delivered and says anything else today stops the start; a new revision is a new file.
    @Test
    void aDeliveredEditionNeverChanges() throws Exception {
        byte[] delivered;
        try (var file = getClass().getResourceAsStream("/surveys/adult-2025.yaml")) {
            delivered = file.readAllBytes();
        }
        Map<String, String> hashes = Map.of("adult-2025", HexFormat.of().formatHex(Editions.sha256(delivered)));
        byte[] changed = new String(delivered, StandardCharsets.UTF_8)
                .replace("Sex\n", "Gender\n")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(Editions.read("adult-2025.yaml", delivered, hashes).id()).isEqualTo("adult-2025");
        assertThatIllegalStateException().isThrownBy(() -> Editions.read("adult-2025.yaml", changed, hashes));
    }

    private static Answer codes(String... codes) {
        return Answer.Codes.of(List.of(codes));
    }

    private static List<String> faults(Questionnaire questionnaire, Answers answers) {
        return questionnaire.check(answers).stream()
                .map(fault -> String.join(
                        " ",
                        java.util.stream.Stream.concat(
                                        java.util.stream.Stream.of(
                                                fault.question(), fault.kind().name()),
                                        fault.others().stream())
                                .toList()))
                .toList();
    }
}
