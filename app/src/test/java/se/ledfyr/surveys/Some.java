package se.ledfyr.surveys;

/// Answers that tests begin with.
public final class Some {

    private Some() {}

    /// Everything an adult form needs.
    public static Answers adult() {
        return Answers.NONE
                .with("contact", Answer.Codes.of("new_2025"))
                .with("exposure", Answer.Codes.of("direct"))
                .with("sex", Answer.Codes.of("female"));
    }

    /// Everything a child form needs.
    public static Answers child() {
        return adult().with("exposure", Answer.Codes.of("indirect")).with("age_years", new Answer.Number(7));
    }
}
