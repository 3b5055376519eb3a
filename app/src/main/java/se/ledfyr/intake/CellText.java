package se.ledfyr.intake;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;

/// What a cell of a sheet would say in a CSV file: dates as `YYYY-MM-DD`, truth as `true` and `false`, whole numbers
/// without a decimal point, and the leading zeros back that a spreadsheet takes from codes with digits.
///
/// @param flaw what is wrong with the cell before its meaning is looked at
record CellText(String text, @Nullable Problem flaw) {

    private static final CellText EMPTY = new CellText("", null);
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.");
    private static final int FIRST_BUILT_IN_DATE = 14;
    private static final int LAST_BUILT_IN_DATE = 22;
    private static final int SENSIBLE_DIGITS = 30;

    /// @param column name of the column, as the header has it
    static CellText of(@Nullable Cell cell, String column) {
        if (cell == null) {
            return EMPTY;
        }
        return switch (cell.getType()) {
            case EMPTY -> EMPTY;
            case STRING -> text(String.valueOf(cell.getValue()));
            case BOOLEAN -> new CellText(String.valueOf(cell.asBoolean()), null);
            case FORMULA -> wrong("formula");
            case ERROR -> wrong("cell-error");
            case NUMBER -> isDate(cell) ? date(cell) : number(cell.asNumber(), column);
        };
    }

    private static CellText wrong(String problem) {
        return new CellText("", Problem.of(problem));
    }

    private static CellText text(String text) {
        if (text.codePointCount(0, text.length()) > RawRecord.MAX_CHARACTERS) {
            return new CellText("", Problem.of("too-long", RawRecord.MAX_CHARACTERS));
        }
        if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
            return wrong("line-break");
        }
        return text.chars().anyMatch(Character::isISOControl) ? wrong("control") : new CellText(text, null);
    }

    private static boolean isDate(Cell cell) {
        Integer id = cell.getDataFormatId();
        if (id != null && id >= FIRST_BUILT_IN_DATE && id <= LAST_BUILT_IN_DATE) {
            return true;
        }
        String format = cell.getDataFormatString();
        if (format == null) {
            return false;
        }
        String shown = QUOTED.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
        return shown.contains("yy") || shown.contains("dd") || shown.contains("d/m") || shown.contains("m/d");
    }

    private static CellText date(Cell cell) {
        LocalDateTime moment = cell.asDate();
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? new CellText(moment.toLocalDate().toString(), null)
                : wrong("time-of-day");
    }

    private static CellText number(BigDecimal number, String column) {
        if ((long) number.precision() - number.scale() > SENSIBLE_DIGITS || number.scale() > SENSIBLE_DIGITS) {
            return new CellText(number.toString(), null);
        }
        String text = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        int digits = RecordKinds.digitsOf(column);
        return new CellText(
                text.length() < digits && number.signum() > 0 ? "0".repeat(digits - text.length()) + text : text, null);
    }
}
