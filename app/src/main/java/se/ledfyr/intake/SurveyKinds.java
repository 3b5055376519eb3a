package se.ledfyr.intake;

import java.util.ArrayList;
import java.util.List;
import se.ledfyr.codes.CodeBook;
import se.ledfyr.intake.CellType.AnswerTo;
import se.ledfyr.intake.CellType.Id;
import se.ledfyr.intake.CellType.MemberLabel;
import se.ledfyr.intake.CellType.Slug;
import se.ledfyr.intake.CellType.Truth;
import se.ledfyr.intake.CellType.Whole;
import se.ledfyr.surveys.Edition;
import se.ledfyr.surveys.Editions;
import se.ledfyr.surveys.Question;
import se.ledfyr.surveys.Questionnaire;

/// Files of answered questionnaires: who, who tells, and a column for each question, made of the delivered editions.
final class SurveyKinds {

    private static final String PERSON = "person_id";

    private SurveyKinds() {}

    /// One for each questionnaire of each year, in its last revision, newest first.
    static List<RecordKind> delivered() {
        Editions editions = Editions.delivered();
        return editions.list().reversed().stream()
                .filter(edition ->
                        editions.current(edition.form(), edition.year()).orElseThrow() == edition)
                .map(edition -> of(edition, CodeBook.delivered()))
                .toList();
    }

    static RecordKind of(Edition edition, CodeBook codes) {
        Questionnaire survey = new Questionnaire(edition, codes);
        List<Column> columns = new ArrayList<>();
        columns.add(Column.required(PERSON, new Id()));
        columns.add(Column.required("reporting_organisation", new MemberLabel()));
        for (Question question : edition.questions()) {
            boolean always = question.required() && question.shownWhen().isEmpty();
            columns.add(new Column(question.key(), type(survey, question), always));
        }
        return new RecordKind(edition.fileKind(), "", columns, List.of(new CrossRule.OnlyOnce(PERSON)), survey);
    }

    private static CellType type(Questionnaire survey, Question question) {
        return switch (question.type()) {
            case ONE, MANY, COUNTRY -> new AnswerTo(survey, question);
            case YES_NO -> new Truth();
            case NUMBER -> new Whole(question.most());
            case SLUG -> new Slug();
            case CONTACT -> new Id();
        };
    }
}
