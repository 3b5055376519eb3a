package se.ledfyr.support;

import org.springframework.dao.DataIntegrityViolationException;

/// Something that the database does not let be.
///
/// [#what] says which rule it would have broken. Everything done in the transaction is undone.
public final class Clash extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// Which rule.
    public enum What {
        /// One of the days is in another period of the same person.
        DAY_TWICE("no_day_twice"),
        /// More days than were granted.
        MORE_THAN_GRANTED("within_the_grant"),
        /// No place is free all those nights.
        NO_PLACE("never_two_in_a_place"),
        /// The home does not have so many places all that time, or places are taken that it would no longer have.
        NO_SUCH_PLACE("only_while_there_is_such_a_place"),
        /// The same person would live in two places.
        TWO_PLACES("nobody_in_two_places");

        private final String constraint;

        What(String constraint) {
            this.constraint = constraint;
        }
    }

    private final What what;

    Clash(What what) {
        super(what.constraint);
        this.what = what;
    }

    public What what() {
        return what;
    }

    /// The clash behind a refusal of the database.
    ///
    /// @throws DataIntegrityViolationException the refusal itself, when it is none of these
    static Clash of(DataIntegrityViolationException refusal) {
        String message = String.valueOf(refusal.getMostSpecificCause().getMessage());
        for (What what : What.values()) {
            if (message.contains(what.constraint)
                    || (what == What.MORE_THAN_GRANTED && message.contains("than were granted"))) {
                return new Clash(what);
            }
        }
        throw refusal;
    }
}
