package se.ledfyr.intake;

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

    /// The short name of an inspection or find that several people were met at.
    record EventCode() implements CellType {}
}
