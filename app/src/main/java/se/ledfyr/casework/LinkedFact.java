package se.ledfyr.casework;

/// A fact of a registration that rows linking to it must agree with.
public enum LinkedFact {
    SEX("sex"),
    AGE_GROUP("age_group"),
    FORMS("forms"),
    CITIZENSHIP("citizenship"),
    EVENT("event_code");

    private final String column;

    LinkedFact(String column) {
        this.column = column;
    }

    /// SQL that is true where the row's `own` column says the same.
    String agrees(String own) {
        return this == FORMS
                ? "f.%1$s <@ r.%2$s and r.%2$s <@ f.%1$s".formatted(own, column)
                : "f.%s is not distinct from r.%s".formatted(own, column);
    }
}
