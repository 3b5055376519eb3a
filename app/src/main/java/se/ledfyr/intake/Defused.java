package se.ledfyr.intake;

/// Cells that a spreadsheet would run as a formula, made into plain text. The one place where this is decided.
final class Defused {

    private static final String STARTS_A_FORMULA = "=+-@\t\r";

    private Defused() {}

    /// The text with an apostrophe in front when it would otherwise start a formula.
    static String cell(String text) {
        return !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /// The same as a cell of a CSV file, quoted where needed.
    static String csv(String text) {
        String plain = cell(text);
        boolean quoted = plain.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + plain.replace("\"", "\"\"") + '"' : plain;
    }
}
