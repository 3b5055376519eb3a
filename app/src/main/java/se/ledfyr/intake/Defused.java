package se.ledfyr.intake;

/// Cells that a spreadsheet would run as a formula, made into plain text. The one place where this is decided.
final class Defused {

    private static final String STARTS_A_FORMULA = "=+-@\t\r";

    private Defused() {}

    /// The text with an apostrophe in front when it would otherwise start a formula.
    static String cell(String text) {
        return !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
