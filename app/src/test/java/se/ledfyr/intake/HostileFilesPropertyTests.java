package se.ledfyr.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/// Whatever a file holds, reading it ends in a verdict, and what is right hands over as many rows as it says.
class HostileFilesPropertyTests {

    private static final byte[] CSV = SampleFiles.csv(
                    SampleFiles.row("event_id", "BÄR-1"), SampleFiles.row("forms", "labour;sexual"), SampleFiles.row())
            .getBytes(UTF_8);
    private static final byte[] XLSX = workbook();
    private static final Wording SWEDISH = Wording.in("sv");
    private static final Wording ENGLISH = Wording.in("en");
    private static final byte[][] PIECES = {
        {0},
        {'"'},
        {'"', '"'},
        {'\r'},
        {'\n'},
        {'\r', '\n'},
        {','},
        {';'},
        {'\t'},
        {(byte) 0xC4},
        {(byte) 0xFF, (byte) 0xFE},
        {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
        {(byte) 0xE2, (byte) 0x82},
        "=cmd|' /C calc'!A0".getBytes(UTF_8),
        {'P', 'K', 3, 4}
    };

    @Property(tries = 2_000)
    void everyChangeToACsvFileEndsInAVerdict(@ForAll("changes") List<Change> changes) {
        byte[] file = CSV;
        for (Change change : changes) {
            file = change.to(file);
        }
        endsInAVerdict(file);
    }

    @Property(tries = 500)
    void everyChangeToAWorkbookEndsInAVerdict(@ForAll("changes") List<Change> changes) {
        byte[] file = XLSX;
        for (Change change : changes) {
            file = change.to(file);
        }
        endsInAVerdict(file);
    }

    @Property(tries = 300)
    void everyBytesEndInAVerdict(@ForAll @Size(max = 300) byte[] file) {
        endsInAVerdict(file);
    }

    private static void endsInAVerdict(byte[] content) {
        var file = SampleFiles.file(content);
        Verdict verdict = SampleFiles.check(file);
        assertThat(verdict.isRight()).isEqualTo(verdict.faultCount() == 0);
        if (verdict.isRight()) {
            assertThat(SampleFiles.read(file)).hasSize((int) verdict.records());
        } else {
            assertThat(verdict.faults()).allSatisfy(fault -> {
                assertThat(fault.line()).isPositive();
                assertThat(SWEDISH.of(fault.problem())).doesNotStartWith("[").doesNotContain("{0}");
                assertThat(ENGLISH.of(fault.problem())).doesNotStartWith("[").doesNotContain("{0}");
            });
        }
        assertThat(file.toFile().delete()).isTrue();
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        return Arbitraries.of(Kind.values())
                .flatMap(kind -> Arbitraries.longs().map(seed -> new Change(kind, seed)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    enum Kind {
        CUT,
        TAKE_OUT,
        PUT_IN,
        EXCHANGE,
        REPEAT
    }

    record Change(Kind kind, long seed) {

        byte[] to(byte[] file) {
            if (file.length == 0) {
                return file;
            }
            Random random = new Random(seed);
            int at = random.nextInt(file.length);
            int length = Math.min(file.length - at, 1 + random.nextInt(40));
            byte[] before = Arrays.copyOf(file, at);
            return switch (kind) {
                case CUT -> before;
                case TAKE_OUT -> join(before, Arrays.copyOfRange(file, at + length, file.length));
                case PUT_IN ->
                    join(before, PIECES[random.nextInt(PIECES.length)], Arrays.copyOfRange(file, at, file.length));
                case EXCHANGE ->
                    join(
                            before,
                            new byte[] {(byte) random.nextInt(256)},
                            Arrays.copyOfRange(file, at + 1, file.length));
                case REPEAT -> join(file, Arrays.copyOfRange(file, at, at + length));
            };
        }

        private static byte[] join(byte[]... parts) {
            byte[] all =
                    new byte[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
            int at = 0;
            for (byte[] part : parts) {
                System.arraycopy(part, 0, all, at, part.length);
                at += part.length;
            }
            return all;
        }
    }

    private static byte[] workbook() {
        try {
            return WorkbookTests.workbook(sheet -> {
                int place = 0;
                for (String cell : SampleFiles.row().values()) {
                    sheet.value(1, place++, cell);
                }
            });
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
