package se.ledfyr.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/// Memory is counted by what the reader holds, not by watching the clock or the garbage collector.
class FlatMemoryTests {

    private static final int LINES = 200_000;
    private static final int LONG_LINE = 50_000_000;

    /// The reader never asks for more than its buffer, and each record it gives is bounded by the rules.
    @Test
    void readerHoldsOneRecordOfAnEndlessFile() throws IOException {
        Endless file = new Endless(
                SampleFiles.csv(), SampleFiles.csv(SampleFiles.row()).split("\n", 2)[1], LINES);
        long records = 0;
        try (BufferedInputStream in = new BufferedInputStream(file);
                CsvReader reader = CsvReader.open(in, FileStart.of(in))) {
            for (RawRecord record = reader.next(); record != null; record = reader.next()) {
                records++;
                assertThat(record.cells().size()).isLessThanOrEqualTo(RawRecord.MAX_CELLS);
            }
        }
        assertThat(records).isEqualTo(LINES + 1L);
        assertThat(file.mostAskedFor).isLessThanOrEqualTo(65_536);
    }

    @Test
    void readerHoldsTheBeginningOfAnEndlessCellAndAnEndlessRecord() throws IOException {
        assertThat(largestRecord(new Endless(SampleFiles.csv() + "\"", "x", LONG_LINE)))
                .isLessThanOrEqualTo(4 * RawRecord.MAX_CHARACTERS);
        assertThat(largestRecord(new Endless(SampleFiles.csv(), "x,", LONG_LINE / 2)))
                .isLessThanOrEqualTo(RawRecord.MAX_CELLS);
    }

    private static long largestRecord(InputStream file) throws IOException {
        long largest = 0;
        try (BufferedInputStream in = new BufferedInputStream(file);
                CsvReader reader = CsvReader.open(in, FileStart.of(in))) {
            reader.next();
            for (RawRecord record = reader.next(); record != null; record = reader.next()) {
                largest = Math.max(
                        largest,
                        record.cells().stream().mapToInt(String::length).sum());
            }
        }
        return largest;
    }

    /// A beginning and then the same text again and again, made while it is read.
    private static final class Endless extends InputStream {

        private final byte[] start;
        private final byte[] again;
        private long left;
        private int at;
        private boolean started;
        private int mostAskedFor;

        Endless(String start, String again, long times) {
            this.start = start.getBytes(UTF_8);
            this.again = again.getBytes(UTF_8);
            this.left = times;
        }

        @Override
        public int read() {
            byte[] from = started ? again : start;
            if (at < from.length) {
                return from[at++] & 0xFF;
            }
            if (left == 0) {
                return -1;
            }
            started = true;
            left--;
            at = 1;
            return again[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            mostAskedFor = Math.max(mostAskedFor, length);
            int count = 0;
            for (int b = count < length ? read() : -1; b >= 0; b = count < length ? read() : -1) {
                into[offset + count++] = (byte) b;
            }
            return count == 0 ? -1 : count;
        }
    }
}
