package se.ledfyr.filing;

import java.time.OffsetDateTime;
import java.util.Optional;
import se.ledfyr.audit.Subject;
import se.ledfyr.filing.FilingOutcome.Alike;
import se.ledfyr.filing.FilingOutcome.Conflict;

/// A kind of record that files bring in, kept by the module that implements this.
///
/// The rows of one file lie in the temporary table `filed` of the transaction: `line`, `id`, the columns of
/// [#table], `owner` (the organisation that will keep the row), `known`, `changed` and `person_id`. The steps below
/// are called with the owner bound, one organisation after another, and look only at rows of that owner.
public interface FiledKind {

    /// The name of the kind, the same as that of its file.
    String name();

    FiledTable table();

    Keeper keeper();

    /// Whether each record is about a person, who is given one without identity where the file links to none.
    default boolean hasPeople() {
        return true;
    }

    /// How records are written that are not kept column by column.
    default Optional<Statements> statements() {
        return Optional.empty();
    }

    /// What files call the acting organisation, where [Keeper.Named] keeps such records.
    default Optional<String> label() {
        return Optional.empty();
    }

    /// Statements of a kind's own.
    ///
    /// @param add adds what is not known; its places are the moment, the member, the moment and the owner
    /// @param correct writes the changed rows of an owner; its places are the moment and the owner
    record Statements(String add, String correct) {}

    /// What an audit entry about such a record is about.
    Subject subject();

    /// Lets links of rows lead to what stands in for something sealed, where there is such. Called before rows are
    /// compared, and again before they are written.
    default void followStandIns() {}

    /// Rows that do not fit what the organisation has: nothing of the file is taken then.
    default void findConflicts(Limited<Conflict> found) {}

    /// New rows that look like a record the organisation has under another id. Only pointed out.
    default void findAlike(Limited<Alike> found) {}

    /// What must be there before rows are written, such as what they refer to. May set `person_id`; rows without one
    /// are given a new person without identity.
    ///
    /// @param now the moment that is written everywhere
    default void prepare(OffsetDateTime now) {}

    /// What must follow from corrections, while the old values still stand.
    default void beforeCorrecting() {}
}
