package se.ledfyr.console;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.ledfyr.casework.FiledRegistrations;
import se.ledfyr.casework.FiledRows;
import se.ledfyr.casework.FilingOutcome;
import se.ledfyr.codes.CodeBook;
import se.ledfyr.intake.IntakeAnswer;
import se.ledfyr.intake.RecordFiles;
import se.ledfyr.intake.Verdict;
import se.ledfyr.intake.Wording;

/// `ledfyr tables`: the published tables of a file, without a server and without leaving anything behind.
///
/// The file is checked first, so that a wrong one is refused at once. A right one is taken into an installation of its
/// own, counted there by the same engine that serves the pages, and the installation is thrown away.
@Command(
        name = "tables",
        description = "Write the published tables of a file of registrations, one CSV each.",
        mixinStandardHelpOptions = true)
class TablesCommand implements Callable<Integer> {

    private static final int DONE = 0;
    private static final int REFUSED = 2;

    @Option(names = "--registrations", paramLabel = "FILE", required = true, description = "The file: CSV or XLSX.")
    private @Nullable Path registrations;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where to write; made if missing.")
    private @Nullable Path out;

    @Option(names = "--as-of", paramLabel = "DATE", description = "Reference date: no day is later (default: today).")
    private @Nullable LocalDate asOf;

    @Option(names = "--language", description = "Language of the faults, en or sv (default: en).", defaultValue = "en")
    private String language = "en";

    private final Clock clock = Clock.system(ZoneId.of("Europe/Stockholm"));

    @Override
    public Integer call() throws IOException {
        Path file = Objects.requireNonNull(registrations);
        Path folder = Objects.requireNonNull(out).toAbsolutePath();
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            System.err.println("ledfyr: there is no file " + file + " that can be read");
            return REFUSED;
        }
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            System.err.println("ledfyr: " + folder + " is no folder");
            return REFUSED;
        }
        LocalDate day = asOf == null ? LocalDate.now(clock) : asOf;
        RecordFiles reader = new RecordFiles(CodeBook.delivered(), day);
        Verdict verdict = reader.check(file);
        if (!verdict.isRight()) {
            return report().of(verdict);
        }
        return count(verdict, rows(reader, file), day, folder);
    }

    private int count(Verdict verdict, FiledRows rows, LocalDate day, Path folder) {
        try (ThrowAway house = ThrowAway.open()) {
            ConfigurableApplicationContext workplace = house.workplace();
            CountryWithoutPeople.settle(workplace, day);
            FilingOutcome outcome = workplace.getBean(FiledRegistrations.class).takeForOffices(rows, "tables", false);
            if (!(outcome instanceof FilingOutcome.Taken)) {
                return report().of(new IntakeAnswer(verdict, outcome));
            }
            TableFiles.write(workplace, folder);
            return DONE;
        }
    }

    private ImportReport report() {
        PrintStream faults = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        return new ImportReport(Wording.in(language), faults, faults);
    }

    private static FiledRows rows(RecordFiles reader, Path file) {
        return taker -> {
            try {
                if (!reader.readRegistrations(file, taker).isRight()) {
                    throw new IllegalStateException("The file changed while it was being read");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
