package se.ledfyr.surveys;

/// How a question is answered.
public enum QuestionType {
    /// One code.
    ONE,
    /// Any number of codes, at least one.
    MANY,
    YES_NO,
    /// A whole number.
    NUMBER,
    /// One country of list `country`.
    COUNTRY,
    /// The short name of a group case: 1 to 40 of a to z, digits and underscore.
    SLUG,
    /// Another contact of the same organisation, by its id.
    CONTACT;

    /// Whether the answer is codes.
    public boolean isCoded() {
        return switch (this) {
            case ONE, MANY, COUNTRY -> true;
            case YES_NO, NUMBER, SLUG, CONTACT -> false;
        };
    }
}
