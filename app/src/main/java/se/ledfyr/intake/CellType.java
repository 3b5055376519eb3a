package se.ledfyr.intake;

import se.ledfyr.surveys.Question;
import se.ledfyr.surveys.Questionnaire;

/// What the cells of a column hold, declared as data. [CellParser] knows how each is read.
sealed interface CellType {

    /// A lower-case UUID.
    record Id() implements CellType {}

    /// A day in the calendar, not later than the reference date.
    record Day() implements CellType {}

    /// One code of a list.
    record OneOf(String list) implements CellType {}

    /// Several codes of a list, joined by `;`.
    record SeveralOf(String list) implements CellType {}

    /// A whole number, 0 to `most`.
    record Whole(int most) implements CellType {}

    record Truth() implements CellType {}

    /// An answer to a question of a survey that is answered with codes.
    record AnswerTo(Questionnaire survey, Question question) implements CellType {}

    /// The short name of a group case in a survey: 1 to 40 of a to z, digits and underscore.
    record Slug() implements CellType {}

    /// What the platform of civil society calls a member: `ORG-07`.
    record MemberLabel() implements CellType {}

    /// The short name of an inspection or find that several people were met at.
    record EventCode() implements CellType {}
}
