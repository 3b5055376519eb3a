package se.ledfyr.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.ledfyr.surveys.Answer;
import se.ledfyr.surveys.Answers;
import se.ledfyr.surveys.Questionnaire;
import se.ledfyr.surveys.SurveyForm;

/// Contacts of one questionnaire as the demo's organisations would send them in a file.
final class DemoContactFile {

    private static final String HEADER = "person_id,reporting_organisation,";

    private final DemoAnswers answers;
    private final List<String> lines = new ArrayList<>();

    DemoContactFile(Questionnaire questionnaire) {
        answers = new DemoAnswers(questionnaire);
        lines.add(HEADER
                + answers.edition().questions().stream()
                        .map(question -> question.key())
                        .collect(Collectors.joining(",")));
    }

    /// Writes down whom a member met.
    ///
    /// @param many how many people, adults of which the children of the same file are
    void meet(DemoSurveyMember member, int many) {
        for (int i = 0; i < many; i++) {
            Answers said = answers.draw(new DemoAnswers.Met(
                    answers.edition().form() == SurveyForm.CHILD ? "female:1,male:1" : member.sexes(),
                    member.forms(),
                    i < member.inGroup() && answers.edition().form() == SurveyForm.ADULT
                            ? "granliden_" + answers.edition().year()
                            : "",
                    guardian(member, i)));
            if (answers.isWhole(said)) {
                lines.add(line(id(member, i), member, said));
            }
        }
    }

    /// The id of a contact in its file.
    UUID id(DemoSurveyMember member, int place) {
        return id(answers.edition().year(), answers.edition().form(), member, place);
    }

    static UUID id(int year, SurveyForm form, DemoSurveyMember member, int place) {
        return DemoOffice.demoId("contact %d %s %s %d".formatted(year, form, member, place));
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }

    private @Nullable UUID guardian(DemoSurveyMember member, int place) {
        return answers.edition().form() == SurveyForm.CHILD && place % 2 == 0
                ? id(answers.edition().year(), SurveyForm.ADULT, member, place)
                : null;
    }

    private String line(UUID id, DemoSurveyMember member, Answers said) {
        return id + "," + member.label() + ","
                + answers.edition().questions().stream()
                        .map(question ->
                                said.find(question.key()).map(Answer::text).orElse(""))
                        .collect(Collectors.joining(","));
    }
}
