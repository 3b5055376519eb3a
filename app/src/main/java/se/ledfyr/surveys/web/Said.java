package se.ledfyr.surveys.web;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ledfyr.surveys.Answer;
import se.ledfyr.surveys.Answers;
import se.ledfyr.surveys.SurveyForm;

/// What a case says to a questionnaire of a year, gathered part by part. Nothing and empty say nothing.
final class Said {

    private final SurveyForm form;
    private final int year;
    private final Map<String, Answer> answers = new LinkedHashMap<>();
    private final Set<String> uncertain = new LinkedHashSet<>();

    Said(SurveyForm form, int year) {
        this.form = form;
        this.year = year;
    }

    SurveyForm form() {
        return form;
    }

    int year() {
        return year;
    }

    /// What happened later is of the next year.
    LocalDate lastDay() {
        return LocalDate.of(year, 12, 31);
    }

    void one(String question, @Nullable String code) {
        if (code != null && !code.isEmpty()) {
            answers.put(question, Answer.Codes.of(code));
        }
    }

    void several(String question, Collection<String> codes) {
        if (!codes.isEmpty()) {
            answers.put(question, Answer.Codes.of(codes));
        }
    }

    void yesNo(String question, boolean yes) {
        answers.put(question, new Answer.YesNo(yes));
    }

    void number(String question, int number) {
        answers.put(question, new Answer.Number(number));
    }

    void notKnown(String question) {
        answers.put(question, new Answer.NotKnown());
    }

    /// Marks an answer that the case only makes likely.
    void doubt(String question) {
        uncertain.add(question);
    }

    Answers answers() {
        return new Answers(answers);
    }

    Set<String> uncertain() {
        return uncertain;
    }
}
