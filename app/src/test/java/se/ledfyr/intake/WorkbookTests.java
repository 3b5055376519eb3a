package se.ledfyr.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static se.ledfyr.intake.SampleFiles.check;
import static se.ledfyr.intake.SampleFiles.csv;
import static se.ledfyr.intake.SampleFiles.faults;
import static se.ledfyr.intake.SampleFiles.file;
import static se.ledfyr.intake.SampleFiles.read;
import static se.ledfyr.intake.SampleFiles.row;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ledfyr.codes.CodeBook;
import se.ledfyr.pages.Languages;

class WorkbookTests {

    @Test
    void workbookSaysTheSameAsTheCsvFile() throws IOException {
        Map<String, String> row = row("forms", "labour;criminal");
        assertThat(read(file(workbook(sheet -> text(sheet, 1, row))))).isEqualTo(read(file(csv(row))));
    }

    @Test
    void spreadsheetTypesBecomeTheTextOfTheFileRules() throws IOException {
        Map<String, String> row = row();
        row.put("region", "stockholm");
        row.put("municipality_code", "0180");
        byte[] typed = workbook(sheet -> {
            text(sheet, 1, row);
            sheet.value(1, 1, LocalDate.of(2023, 5, 17));
            sheet.style(1, 1).format("yyyy-mm-dd").set();
            sheet.value(1, 3, 180);
            sheet.value(1, 6, 1990.0);
            sheet.value(1, 14, 0);
            sheet.value(1, 15, true);
            sheet.value(1, 16, false);
        });
        assertThat(read(file(typed))).isEqualTo(read(file(csv(row)))).hasSize(1);
    }

    @Test
    void faultsAreToldByRowAndColumn() throws IOException {
        byte[] wrong = workbook(sheet -> {
            text(sheet, 1, row());
            text(sheet, 3, row("sex", "x"));
            text(sheet, 4, row());
            sheet.formula(4, 8, "A2");
            text(sheet, 5, row("began", "a\nb"));
            text(sheet, 6, row());
            sheet.value(6, 17, "beyond");
            text(sheet, 7, row());
            sheet.value(7, 6, 1990.5);
            text(sheet, 8, row("citizenship", "x".repeat(501)));
        });
        assertThat(faults(check(wrong)))
                .containsExactly(
                        "4 sex one-of",
                        "5 forms formula",
                        "6 began line-break",
                        "7 record cell-count",
                        "8 birth_year whole",
                        "9 citizenship too-long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"coordinator_registrations", "amp_grants", "nsp_grants", "reflection_periods"})
    void templateIsAFileWithoutRows(String kind) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Templates.xlsx(kind, Wording.in("sv"), Languages.SWEDISH, CodeBook.delivered(), SampleFiles.AS_OF, out);
        Verdict verdict = check(out.toByteArray());
        assertThat(verdict.faults()).isEmpty();
        assertThat(verdict.kind()).isEqualTo(kind);
        assertThat(verdict.records()).isZero();
        assertThat(check(Templates.csv(kind)).isRight()).isTrue();
    }

    @Test
    void bombIsRefusedBeforeItIsRead() throws IOException {
        byte[] zeros = new byte[40 << 20];
        Arrays.fill(zeros, (byte) ' ');
        assertThat(problem(with("xl/worksheets/sheet1.xml", "<worksheet>" + new String(zeros, UTF_8))))
                .isEqualTo("workbook-too-large");
        assertThat(problem(with("xl/media/image1.png", new String(zeros, UTF_8))))
                .isEqualTo("workbook-too-large");
    }

    @Test
    void manyPartsAreRefused() throws IOException {
        Map<String, byte[]> parts = parts(right());
        for (int i = 0; i < WorkbookGate.MAX_PARTS; i++) {
            parts.put("xl/theme/%d.xml".formatted(i), "<a/>".getBytes(UTF_8));
        }
        assertThat(problem(zip(parts))).isEqualTo("workbook-damaged");
    }

    @Test
    void referencesElsewhereAreRefused() throws IOException {
        assertThat(problem(with("xl/externalLinks/externalLink1.xml", "<a/>"))).isEqualTo("workbook-external");
        assertThat(problem(with("xl/connections.xml", "<a/>"))).isEqualTo("workbook-external");
        assertThat(
                        problem(
                                with(
                                        "xl/worksheets/_rels/sheet1.xml.rels",
                                        "<Relationships><Relationship Id=\"r1\" Type=\"x\" Target=\"http://127.0.0.1/\" TargetMode=\"External\"/></Relationships>")))
                .isEqualTo("workbook-external");
    }

    @Test
    void programsAreRefused() throws IOException {
        assertThat(problem(with("xl/vbaProject.bin", "x"))).isEqualTo("workbook-program");
    }

    @Test
    void declarationsAreRefusedInAnyEncoding() throws IOException {
        String bomb = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"cc\">]><worksheet>&b;</worksheet>";
        assertThat(problem(with("xl/worksheets/sheet1.xml", bomb))).isEqualTo("workbook-entities");
        assertThat(problem(with("xl/sharedStrings.xml", bomb))).isEqualTo("workbook-entities");
        Map<String, byte[]> parts = parts(right());
        parts.put("xl/worksheets/sheet1.xml", bomb.getBytes(java.nio.charset.StandardCharsets.UTF_16));
        assertThat(problem(zip(parts))).isEqualTo("workbook-damaged");
    }

    @Test
    void cellFarAwayOrOfManyMegabytesFillsNoMemory() throws IOException {
        String far = "<worksheet><sheetData><row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row></sheetData></worksheet>";
        assertThat(problem(with("xl/worksheets/sheet1.xml", far))).isEqualTo("workbook-damaged");
        String random = new java.util.Random(1)
                .ints(2_000_000, 'a', 'z')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        String large = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>" + random
                + "</v></c></row></sheetData></worksheet>";
        assertThat(problem(with("xl/worksheets/sheet1.xml", large))).isEqualTo("workbook-too-large");
        String number =
                "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1E999999999</v></c></row></sheetData></worksheet>";
        assertThat(problem(with("xl/worksheets/sheet1.xml", number))).isEqualTo("unknown-kind");
    }

    @Test
    void whatIsCutOffOrNoWorkbookIsRefused() throws IOException {
        byte[] whole = right();
        assertThat(problem(Arrays.copyOf(whole, whole.length / 2))).isEqualTo("workbook-damaged");
        assertThat(problem(Arrays.copyOf(whole, whole.length - 10))).isEqualTo("workbook-damaged");
        assertThat(problem(zip(Map.of("readme.txt", "x".getBytes(UTF_8))))).isEqualTo("not-a-workbook");
        assertThat(problem(with("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"1\"><c")))
                .isEqualTo("workbook-damaged");
        byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        assertThat(problem(old)).isEqualTo("old-workbook");
    }

    private static String problem(byte[] content) {
        List<String> faults = faults(check(content));
        assertThat(faults).hasSize(1);
        assertThat(check(content).faults().getFirst().column()).isEqualTo(Fault.FILE);
        return faults.getFirst().split(" ", 3)[2];
    }

    private static byte[] right() throws IOException {
        return workbook(sheet -> text(sheet, 1, row()));
    }

    private static byte[] with(String part, String content) throws IOException {
        Map<String, byte[]> parts = parts(right());
        parts.put(part, content.getBytes(UTF_8));
        return zip(parts);
    }

    private static void text(Worksheet sheet, int row, Map<String, String> cells) {
        int place = 0;
        for (String cell : cells.values()) {
            if (!cell.isEmpty()) {
                sheet.value(row, place, cell);
            }
            place++;
        }
    }

    static byte[] workbook(Consumer<Worksheet> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Rows");
            int place = 0;
            for (String column : row().keySet()) {
                sheet.value(0, place++, column);
            }
            rows.accept(sheet);
        }
        return out.toByteArray();
    }

    private static Map<String, byte[]> parts(byte[] workbook) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipFile archive = new ZipFile(file(workbook).toFile())) {
            for (ZipEntry entry : Collections.list(archive.entries())) {
                parts.put(entry.getName(), archive.getInputStream(entry).readAllBytes());
            }
        }
        return parts;
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return out.toByteArray();
    }
}
