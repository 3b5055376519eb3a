package se.ledfyr.surveys;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import se.ledfyr.codes.Code;
import se.ledfyr.codes.CodeBook;

/// An edition with the codes of its year: what may be answered, and what is wrong with what was. Forms and files
/// ask the same rules.
public final class Questionnaire {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9_]{1,40}");

    private final Edition edition;
    private final CodeBook codes;

    public Questionnaire(Edition edition, CodeBook codes) {
        this.edition = edition;
        this.codes = codes;
    }

    public Edition edition() {
        return edition;
    }

    /// The day on which codes must be valid: the last of the year.
    public LocalDate day() {
        return LocalDate.of(edition.year(), 12, 31);
    }

    /// An answer one can choose.
    public record Choice(String code, String label) {}

    /// What can be chosen, in printed order.
    public List<Choice> choices(Question question, Locale language) {
        List<Choice> choices = new ArrayList<>();
        if (question.list() != null) {
            for (Code code : codes.list(question.list(), day())) {
                choices.add(new Choice(code.code(), code.label(language)));
            }
        }
        question.own()
                .forEach(own -> choices.add(new Choice(own.code(), own.label().in(language))));
        return choices;
    }

    /// Whether a question is put, given the answers so far. A question behind a question that is not put is not put.
    public boolean isShown(Question question, Answers answers) {
        return question.shownWhen().entrySet().stream()
                .allMatch(each -> isShown(edition.get(each.getKey()), answers)
                        && answers.codes(each.getKey()).stream().anyMatch(each.getValue()::contains));
    }

    /// Everything that cannot be, in the order of the questions; nothing when the contact can be sent.
    public List<Fault> check(Answers answers) {
        List<Fault> faults = new ArrayList<>();
        for (String key : answers.by().keySet()) {
            if (edition.find(key).isEmpty()) {
                faults.add(new Fault(key, Fault.Kind.NOT_ASKED, List.of()));
            }
        }
        for (Question question : edition.questions()) {
            if (answers.has(question.key())) {
                answered(question, answers, faults);
            } else {
                unanswered(question, answers, faults);
            }
        }
        return faults;
    }

    /// The faults that keep a contact from being saved half-done.
    public List<Fault> checkDraft(Answers answers) {
        return check(answers).stream().filter(fault -> !fault.kind().canWait()).toList();
    }

    private void unanswered(Question question, Answers answers, List<Fault> faults) {
        if (question.required() && isShown(question, answers)) {
            faults.add(Fault.of(question, Fault.Kind.MISSING));
        }
        String other = question.together();
        if (other != null && answers.tells(other)) {
            faults.add(Fault.of(question, Fault.Kind.TOGETHER, other));
        }
    }

    private void answered(Question question, Answers answers, List<Fault> faults) {
        int before = faults.size();
        Answer answer = answers.by().get(question.key());
        if (answer instanceof Answer.NotKnown) {
            if (!question.notKnown()) {
                faults.add(Fault.of(question, Fault.Kind.MUST_BE_KNOWN));
            }
        } else {
            value(question, java.util.Objects.requireNonNull(answer), faults);
        }
        shown(question, answers, faults);
        if (faults.size() == before && answers.tells(question.key())) {
            among(question, answers, faults);
            together(question, answers, faults);
            onlyWhen(question, answers, faults);
        }
    }

    private void value(Question question, Answer answer, List<Fault> faults) {
        boolean fits = switch (question.type()) {
            case ONE, MANY, COUNTRY -> answer instanceof Answer.Codes;
            case YES_NO -> answer instanceof Answer.YesNo;
            case NUMBER -> answer instanceof Answer.Number;
            case SLUG -> answer instanceof Answer.Slug;
            case CONTACT -> answer instanceof Answer.Link;
        };
        if (!fits) {
            faults.add(Fault.of(question, Fault.Kind.OTHER_KIND));
            return;
        }
        if (answer instanceof Answer.Codes several) {
            codes(question, several.codes(), faults);
        } else if (answer instanceof Answer.Number(int number) && (number < 0 || number > question.most())) {
            faults.add(Fault.of(question, Fault.Kind.TOO_HIGH, Integer.toString(question.most())));
        } else if (answer instanceof Answer.Slug(String slug)
                && !SLUG.matcher(slug).matches()) {
            faults.add(Fault.of(question, Fault.Kind.NO_SUCH_ANSWER));
        }
    }

    private void codes(Question question, SortedSet<String> given, List<Fault> faults) {
        if (question.type() != QuestionType.MANY && given.size() > 1) {
            faults.add(Fault.of(question, Fault.Kind.ONE_ONLY));
        }
        if (!given.stream().allMatch(code -> isAnswer(question, code))) {
            faults.add(Fault.of(question, Fault.Kind.NO_SUCH_ANSWER));
        }
        if (given.size() > 1) {
            given.stream()
                    .filter(question.alone()::contains)
                    .findFirst()
                    .ifPresent(alone -> faults.add(Fault.of(question, Fault.Kind.STANDS_ALONE, alone)));
        }
    }

    private boolean isAnswer(Question question, String code) {
        return question.list() != null && codes.isValid(question.list(), code, day())
                || question.findOwn(code).isPresent();
    }

    private void shown(Question question, Answers answers, List<Fault> faults) {
        for (Map.Entry<String, Set<String>> each : question.shownWhen().entrySet()) {
            boolean holds = isShown(edition.get(each.getKey()), answers)
                    && answers.codes(each.getKey()).stream().anyMatch(each.getValue()::contains);
            if (!holds) {
                List<String> others = new ArrayList<>(List.of(each.getKey()));
                others.addAll(new TreeSet<>(each.getValue()));
                faults.add(new Fault(question.key(), Fault.Kind.NOT_SHOWN, others));
                return;
            }
        }
    }

    private static void among(Question question, Answers answers, List<Fault> faults) {
        String all = question.subsetOf();
        if (all != null && !answers.codes(all).containsAll(answers.codes(question.key()))) {
            faults.add(Fault.of(question, Fault.Kind.NOT_AMONG, all));
        }
    }

    private static void together(Question question, Answers answers, List<Fault> faults) {
        String other = question.together();
        if (other != null && !answers.tells(other)) {
            faults.add(Fault.of(question, Fault.Kind.TOGETHER, other));
        }
    }

    private static void onlyWhen(Question question, Answers answers, List<Fault> faults) {
        for (Question.OnlyWhen only : question.onlyWhen()) {
            boolean holds = only.when().entrySet().stream()
                    .allMatch(each -> answers.codes(each.getKey()).stream().anyMatch(each.getValue()::contains));
            if (holds && !only.codes().containsAll(answers.codes(question.key()))) {
                List<String> others = new ArrayList<>(only.when().keySet());
                others.addAll(new TreeSet<>(only.codes()));
                faults.add(new Fault(question.key(), Fault.Kind.NOT_WITH, others));
            }
        }
    }
}
