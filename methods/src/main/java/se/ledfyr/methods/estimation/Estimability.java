package se.ledfyr.methods.estimation;

/// Whether a table says anything definite about a model.
public enum Estimability {
    /// There is one best estimate, and only one.
    FINE(0, "There is one best estimate."),

    /// The likelihood grows without end in some direction.
    NO_MAXIMUM(
            1,
            "No estimate exists: too few combinations of lists have anybody in them, so that one of the"
                    + " model's parameters has no best value and any number of unseen people fits as well"
                    + " as a larger one."),

    /// Several sets of parameters fit alike.
    NOT_IDENTIFIABLE(
            2,
            "The estimate is not unique: different numbers of unseen people fit the lists equally well,"
                    + " because too few lists overlap for the interactions in the model."),

    /// Both at once.
    NEITHER(
            3,
            "No estimate exists and it would not be unique: the lists overlap too little for this model"
                    + " to say anything about the people nobody met.");

    private final int code;
    private final String text;

    Estimability(int code, String text) {
        this.code = code;
        this.text = text;
    }

    static Estimability of(boolean exists, boolean identifiable) {
        if (exists) {
            return identifiable ? FINE : NOT_IDENTIFIABLE;
        }
        return identifiable ? NO_MAXIMUM : NEITHER;
    }

    /// 0 fine, 1 no maximum, 2 not identifiable, 3 neither: as in Chan, Silverman and Vincent (2021).
    public int code() {
        return code;
    }

    /// What it means, for an analyst.
    public String text() {
        return text;
    }

    public boolean exists() {
        return this == FINE || this == NOT_IDENTIFIABLE;
    }

    public boolean identifiable() {
        return this == FINE || this == NO_MAXIMUM;
    }
}
