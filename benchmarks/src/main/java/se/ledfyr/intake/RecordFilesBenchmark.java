package se.ledfyr.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import se.ledfyr.codes.CodeBook;
import se.ledfyr.fiction.InventedFile;

/// Reading and checking a registration file: rows a second, and with the profiler `gc` bytes allocated a row.
@SuppressWarnings("NullAway.Init") // set up by JMH before each run
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class RecordFilesBenchmark {

    private static final int ROWS = 50_000;

    private final RecordFiles reader = new RecordFiles(CodeBook.delivered(), LocalDate.of(2026, 1, 1));
    private Path file;

    @Setup
    public void write() throws IOException {
        file = Files.createTempFile("ledfyr", ".csv");
        try (OutputStream out = Files.newOutputStream(file)) {
            InventedFile.write(ROWS, 1, out);
        }
    }

    @TearDown
    public void remove() throws IOException {
        Files.delete(file);
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public Verdict checkRow() throws IOException {
        Verdict verdict = reader.check(file);
        if (!verdict.isRight()) {
            throw new IllegalStateException("The invented file has faults");
        }
        return verdict;
    }
}
