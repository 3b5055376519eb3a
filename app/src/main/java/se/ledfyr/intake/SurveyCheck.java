package se.ledfyr.intake;

import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.ledfyr.surveys.Answer;
import se.ledfyr.surveys.Answers;
import se.ledfyr.surveys.Question;
import se.ledfyr.surveys.Questionnaire;

/// Asks the rules of a questionnaire about a record, the same that its form asks.
final class SurveyCheck {

    private SurveyCheck() {}

    /// @param row whose cells are all right by themselves
    static void check(Questionnaire survey, CheckedRow row, FaultList faults) {
        for (se.ledfyr.surveys.Fault fault : survey.check(answers(survey, row))) {
            faults.add(row.line(), fault.question(), null, problem(fault));
        }
    }

    /// What an empty cell says nothing about is not answered.
    private static Answers answers(Questionnaire survey, CheckedRow row) {
        Answers answers = Answers.NONE;
        for (Question question : survey.edition().questions()) {
            Answer answer = answer(question, row);
            if (answer != null) {
                answers = answers.with(question.key(), answer);
            }
        }
        return answers;
    }

    private static @Nullable Answer answer(Question question, CheckedRow row) {
        if (!row.isFilled(question.key())) {
            return null;
        }
        return switch (question.type()) {
            case ONE, COUNTRY -> Answer.Codes.of(row.text(question.key()));
            case MANY -> several(row.set(question.key()));
            case YES_NO -> new Answer.YesNo(row.truth(question.key()));
            case NUMBER -> new Answer.Number(row.number(question.key()));
            case SLUG -> new Answer.Slug(row.text(question.key()));
            case CONTACT -> link(row.id(question.key()));
        };
    }

    private static Answer several(SortedSet<String> codes) {
        return new Answer.Codes(codes);
    }

    private static Answer link(UUID contact) {
        return new Answer.Link(contact);
    }

    private static Problem problem(se.ledfyr.surveys.Fault fault) {
        List<String> others = fault.others();
        String name = "answer-" + fault.kind().slug();
        return switch (fault.kind()) {
            case NOT_SHOWN, NOT_WITH ->
                Problem.of(name, others.getFirst(), others.stream().skip(1).collect(Collectors.joining(", ")));
            case STANDS_ALONE, NOT_AMONG, TOGETHER, TOO_HIGH -> Problem.of(name, others.getFirst());
            case NOT_ASKED, OTHER_KIND, NO_SUCH_ANSWER, ONE_ONLY, MUST_BE_KNOWN, MISSING -> Problem.of(name);
        };
    }
}
