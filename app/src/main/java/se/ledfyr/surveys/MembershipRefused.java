package se.ledfyr.surveys;

/// A membership that cannot be as it was asked for. Nothing was changed.
public class MembershipRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Why why;

    MembershipRefused(Why why) {
        super("No such membership: " + why);
        this.why = why;
    }

    /// What cannot be.
    public enum Why {
        /// Not an organisation that reports, or none at all.
        NO_ORGANISATION,
        /// It is a member now.
        MEMBER_ALREADY,
        /// Not `ORG-` and two or three digits, or another member's.
        LABEL,
        /// The first day is later than today, or not after the last day of an earlier membership.
        FIRST_DAY,
        /// The last day is later than today, or before the first.
        LAST_DAY;

        /// The part of a message key that names it: `first-day`.
        public String slug() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    public Why why() {
        return why;
    }
}
