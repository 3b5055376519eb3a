package se.ledfyr.casework.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ledfyr.casework.PersonInEvent;
import se.ledfyr.casework.RegistrationId;
import se.ledfyr.people.PersonId;

/// A row about which somebody must decide before anything is saved: people known here, or another row,
/// may be the same person.
///
/// Public for the templates alone.
///
/// @param number of the row
/// @param name what was written as the name
/// @param known people of the organisation who may be the same
/// @param rows numbers of earlier rows that may be the same
/// @param decision what was chosen: `new`, the id of a person, or `skip-` and what makes the row needless; empty while
/// nothing is
public record RowQuestion(
        int number, String name, PersonInEvent person, List<Known> known, List<Integer> rows, String decision) {

    static final String NEW = "new";
    static final String SKIP = "skip-";
    static final String SKIP_ROW = SKIP + "row";

    public RowQuestion {
        known = List.copyOf(known);
        rows = List.copyOf(rows);
    }

    /// Somebody who may be the same.
    ///
    /// @param registered their registration in the same year, which leaves nothing to add
    public record Known(CandidateCard card, @Nullable RegistrationId registered) {

        /// The decision that it is this person: add a registration, or skip the row where there is one
        /// already.
        public String choice() {
            return registered == null ? card.person() : SKIP + card.person();
        }
    }

    boolean isSkipped() {
        return decision.startsWith(SKIP);
    }

    /// The known person who was chosen; none for somebody new and for a row to be skipped.
    Optional<PersonId> chosen() {
        return known.stream()
                .filter(one -> one.registered() == null && one.choice().equals(decision))
                .map(one -> PersonId.of(one.card().person()))
                .findFirst();
    }

    /// Name of the field that is asked.
    public String field() {
        return field(number);
    }

    static String field(int number) {
        return "r" + number + "-decision";
    }

    boolean isDecided() {
        return decision.equals(NEW)
                || !rows.isEmpty() && decision.equals(SKIP_ROW)
                || known.stream().anyMatch(one -> one.choice().equals(decision));
    }

    /// Says which row, never who.
    @Override
    public String toString() {
        return "RowQuestion[" + number + "]";
    }
}
