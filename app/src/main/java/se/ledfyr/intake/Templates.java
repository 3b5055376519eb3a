package se.ledfyr.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import se.ledfyr.codes.Code;
import se.ledfyr.codes.CodeBook;
import se.ledfyr.surveys.Question;
import se.ledfyr.surveys.Questionnaire;

/// Empty files to fill in: the header, and for workbooks a second sheet with every code that may be used. There is no
/// example row, which somebody would send back with the rest.
public final class Templates {

    private static final double WIDTH = 18;
    private static final double WIDE = 46;

    private Templates() {}

    /// The names of all kinds of file, the most used first.
    public static List<String> kinds() {
        return RecordKinds.ALL.stream().map(RecordKind::name).toList();
    }

    /// A CSV file with nothing but the header.
    ///
    /// @param kind name of a kind of file
    /// @throws IllegalArgumentException when there is no such kind
    public static byte[] csv(String kind) {
        return csv(RecordKinds.of(kind));
    }

    static byte[] csv(RecordKind kind) {
        String header = kind.columns().stream().map(Column::name).collect(Collectors.joining(",", "", "\r\n"));
        return header.getBytes(StandardCharsets.UTF_8);
    }

    /// A workbook with the header and, on a second sheet, the codes.
    ///
    /// @param kind name of a kind of file
    /// @param language of the labels beside the codes
    /// @param day on which the codes must be valid
    /// @throws IllegalArgumentException when there is no such kind
    public static void xlsx(
            String kind, Wording words, Locale language, CodeBook codes, LocalDate day, OutputStream out)
            throws IOException {
        xlsx(RecordKinds.of(kind), words, language, codes, day, out);
    }

    /// @param language of the labels beside the codes
    /// @param day on which the codes must be valid
    static void xlsx(RecordKind kind, Wording words, Locale language, CodeBook codes, LocalDate day, OutputStream out)
            throws IOException {
        try (Workbook workbook = new Workbook(out, "Ledfyr", "1.0")) {
            header(kind, workbook.newWorksheet(words.kind(kind.name())));
            codes(kind, words, language, codes, day, workbook.newWorksheet(words.text("intake.template.codes")));
        }
    }

    /// All columns are text, so that a spreadsheet takes no leading zero away and makes no date of anything.
    private static void header(RecordKind kind, Worksheet sheet) {
        for (int place = 0; place < kind.columns().size(); place++) {
            sheet.style(place).format("@").set();
            sheet.width(place, WIDTH);
            sheet.value(0, place, kind.columns().get(place).name());
            sheet.style(0, place).bold().format("@").set();
        }
        sheet.freezePane(0, 1);
    }

    private static void codes(
            RecordKind kind, Wording words, Locale language, CodeBook codes, LocalDate day, Worksheet sheet) {
        sheet.value(0, 0, words.text("intake.template.column"));
        sheet.value(0, 1, words.text("intake.template.code"));
        sheet.value(0, 2, words.text("intake.template.meaning"));
        sheet.range(0, 0, 0, 2).style().bold().set();
        sheet.width(0, WIDTH);
        sheet.width(1, WIDTH);
        sheet.width(2, WIDE);
        sheet.freezePane(0, 1);
        int row = 1;
        for (Column column : kind.columns()) {
            for (Allowed code : allowed(column, codes, day, language)) {
                sheet.value(row, 0, column.name());
                sheet.value(row, 1, code.code());
                sheet.value(row++, 2, code.label());
            }
        }
    }

    private record Allowed(String code, String label) {}

    private static List<Allowed> allowed(Column column, CodeBook codes, LocalDate day, Locale language) {
        return switch (column.type()) {
            case CellType.OneOf(String list) -> allowed(codes.list(list, day), language);
            case CellType.SeveralOf(String list) -> allowed(codes.list(list, day), language);
            case CellType.AnswerTo(Questionnaire survey, Question question) ->
                survey.choices(question, language).stream()
                        .map(choice -> new Allowed(choice.code(), choice.label()))
                        .toList();
            case CellType.Id _,
                    CellType.Day _,
                    CellType.Whole _,
                    CellType.Truth _,
                    CellType.Slug _,
                    CellType.MemberLabel _,
                    CellType.EventCode _ -> List.of();
        };
    }

    private static List<Allowed> allowed(List<Code> codes, Locale language) {
        return codes.stream()
                .map(code -> new Allowed(code.code(), code.label(language)))
                .toList();
    }
}
