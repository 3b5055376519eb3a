package se.ledfyr.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.ledfyr.codes.CodeBook;
import se.ledfyr.installation.DataFolder;
import se.ledfyr.installation.Installation;
import se.ledfyr.installation.RunLock;
import se.ledfyr.intake.FileIntake;
import se.ledfyr.intake.RecordFiles;
import se.ledfyr.intake.Wording;

/// `ledfyr import`: takes a file for the offices of its regions, or only checks it.
@Command(
        name = "import",
        description = "Take a CSV or XLSX file into the register, whole or not at all.",
        mixinStandardHelpOptions = true)
class ImportCommand implements Callable<Integer> {

    static final int REFUSED = 2;

    @Mixin
    private DataOption data = new DataOption();

    @Parameters(paramLabel = "FILE", description = "The file: CSV in UTF-8, or XLSX.")
    private @Nullable Path file;

    @Option(names = "--check", description = "Only list the faults, one a line, without a database.")
    private boolean check;

    @Option(names = "--as-of", paramLabel = "DATE", description = "Reference date: no day is later (default: today).")
    private @Nullable LocalDate asOf;

    @Option(names = "--accept-corrections", description = "Let the file change registrations that are known already.")
    private boolean correcting;

    @Option(names = "--year", description = "Year of a questionnaire, when its file does not say it.")
    private @Nullable Integer year;

    @Option(names = "--language", description = "Language of the faults, en or sv (default: en).", defaultValue = "en")
    private String language = "en";

    private final Clock clock = Clock.system(ZoneId.of("Europe/Stockholm"));

    @Override
    public Integer call() throws IOException {
        Path given = java.util.Objects.requireNonNull(file);
        if (!Files.isRegularFile(given) || !Files.isReadable(given)) {
            System.err.println("ledfyr: there is no file " + given + " that can be read");
            return REFUSED;
        }
        LocalDate reference = asOf == null ? LocalDate.now(clock) : asOf;
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        try {
            ImportReport report = new ImportReport(Wording.in(language), out, System.err);
            return check
                    ? report.of(new RecordFiles(CodeBook.delivered(), reference)
                            .ofYear(year)
                            .check(given))
                    : take(given, reference, report);
        } finally {
            out.flush();
        }
    }

    /// Uses the database of a server that is running on the folder, or starts it. The run lock keeps a server from
    /// starting, and from ending the database as left behind, while the file is being taken.
    private int take(Path given, LocalDate reference, ImportReport report) throws IOException {
        Path folder = data.folder();
        Optional<RunLock> lock = RunLock.take(DataFolder.at(folder));
        try (Installation installation = Installation.open(folder, System.getenv(), false);
                ConfigurableApplicationContext workplace =
                        Workplace.open(installation, WebApplicationType.NONE, Map.of())) {
            return report.of(workplace.getBean(FileIntake.class).takeForOffices(given, reference, correcting, year));
        } finally {
            lock.ifPresent(RunLock::close);
        }
    }
}
