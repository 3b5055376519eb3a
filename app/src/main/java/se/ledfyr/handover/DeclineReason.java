package se.ledfyr.handover;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Why an offer was declined, as coded in list `decline_reason`.
public enum DeclineReason {
    PERSON_SAID_NO(DeclinedBy.PERSON),
    NOT_REACHED(DeclinedBy.NOBODY),
    NO_PLACE(DeclinedBy.RECEIVER),
    NOT_OUR_REMIT(DeclinedBy.RECEIVER),
    NOT_ELIGIBLE(DeclinedBy.RECEIVER),
    /// Somebody else already works with the person in this matter.
    OTHER_CASE(DeclinedBy.RECEIVER);

    private final DeclinedBy by;

    DeclineReason(DeclinedBy by) {
        this.by = by;
    }

    public DeclinedBy by() {
        return by;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DeclineReason> find(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code().equals(code))
                .findFirst();
    }
}
