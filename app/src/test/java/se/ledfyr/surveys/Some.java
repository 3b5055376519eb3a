package se.ledfyr.surveys;

/// Answers that tests begin with.
public final class Some {

    private Some() {}

    /// Everything an adult form needs.
    public static Answers adult() {
        return adult(2025);
    }

    /// The same in a form of another year.
    public static Answers adult(int year) {
        return Answers.NONE
                .with("contact", Answer.Codes.of("new_" + year))
                .with("exposure", Answer.Codes.of("direct"))
                .with("sex", Answer.Codes.of("female"));
    }

    /// Everything a child form needs.
    public static Answers child() {
        return adult().with("exposure", Answer.Codes.of("indirect")).with("age_years", new Answer.Number(7));
    }
}
