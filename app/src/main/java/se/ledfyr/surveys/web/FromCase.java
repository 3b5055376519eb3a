package se.ledfyr.surveys.web;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.casework.Route;
import se.ledfyr.pages.Texts;
import se.ledfyr.surveys.Answers;
import se.ledfyr.surveys.Question;
import se.ledfyr.surveys.Questionnaire;
import se.ledfyr.surveys.SurveyForm;

/// Answers to a questionnaire out of an own case, as it was at the end of the questionnaire's year: its registration,
/// its needs, its legal process, permits and children. What the case does not say, or says in a way that is no answer,
/// stays unanswered.
@Component
class FromCase {

    private final List<PartOfCase> parts;

    /// The legal process comes after the needs: that somebody did not dare is more than what the needs make likely.
    FromCase(PersonInCase person, NeedsInCase needs, ProcessInCase process, StayInCase stay, ChildrenInCase children) {
        this.parts = List.of(person, needs, process, stay, children);
    }

    /// What was taken.
    ///
    /// @param uncertain questions whose answers the case only makes likely
    record Taken(Answers answers, Set<String> uncertain) {}

    static SurveyForm formOf(CaseFile file) {
        return file.route() == Route.ADULT ? SurveyForm.ADULT : SurveyForm.CHILD;
    }

    Taken take(CaseFile file, Questionnaire questionnaire) {
        Said said =
                new Said(questionnaire.edition().form(), questionnaire.edition().year());
        parts.forEach(part -> part.say(file, said));
        Answers answers = right(said.answers(), questionnaire);
        Set<String> uncertain = new LinkedHashSet<>(said.uncertain());
        uncertain.retainAll(answers.by().keySet());
        return new Taken(answers, uncertain);
    }

    /// What is said beside each question: that it came from the case, that somebody must look at it, or that the case
    /// does not have it.
    Map<String, String> marks(Questionnaire questionnaire, Taken taken, Texts texts) {
        Map<String, String> marks = new LinkedHashMap<>();
        for (Question question : questionnaire.edition().questions()) {
            marks.put(question.key(), texts.get("contacts.from-case." + mark(question, taken)));
        }
        return marks;
    }

    private static String mark(Question question, Taken taken) {
        if (!taken.answers().has(question.key())) {
            return "missing";
        }
        return taken.uncertain().contains(question.key()) ? "uncertain" : "mark";
    }

    /// Leaves out what is no answer in this questionnaire, until the rest can be saved.
    private static Answers right(Answers said, Questionnaire questionnaire) {
        Answers left = said;
        Set<String> faulty = faulty(left, questionnaire);
        while (!faulty.isEmpty()) {
            for (String question : faulty) {
                left = left.without(question);
            }
            faulty = faulty(left, questionnaire);
        }
        return left;
    }

    private static Set<String> faulty(Answers answers, Questionnaire questionnaire) {
        return questionnaire.checkDraft(answers).stream()
                .map(fault -> fault.question())
                .collect(Collectors.toSet());
    }
}
