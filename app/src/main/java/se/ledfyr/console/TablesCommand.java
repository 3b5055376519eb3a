package se.ledfyr.console;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.ledfyr.codes.CodeBook;
import se.ledfyr.filing.FiledRows;
import se.ledfyr.filing.FiledTable;
import se.ledfyr.filing.FilingDesk;
import se.ledfyr.filing.FilingOutcome;
import se.ledfyr.intake.IntakeAnswer;
import se.ledfyr.intake.RecordFiles;
import se.ledfyr.intake.Verdict;
import se.ledfyr.intake.Wording;

/// `ledfyr tables`: the published tables of files, without a server and without leaving anything behind.
///
/// The files are checked first, so that a wrong one is refused at once. Right ones are taken into an installation of
/// its own, counted there by the same engine that serves the pages, and the installation is thrown away. Without the
/// file of registrations nobody can tell whether links to them are right; the tables do not need them, so they are
/// left out.
@Command(
        name = "tables",
        description = "Write the published tables of files of records, one CSV each.",
        mixinStandardHelpOptions = true)
class TablesCommand implements Callable<Integer> {

    private static final int DONE = 0;
    private static final int REFUSED = 2;
    private static final String LINK = "registration_id";
    private static final String GUARDIAN = "guardian_id";

    @Mixin
    private CountedFiles files = new CountedFiles();

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where to write; made if missing.")
    private @Nullable Path out;

    @Option(names = "--as-of", paramLabel = "DATE", description = "Reference date: no day is later (default: today).")
    private @Nullable LocalDate asOf;

    @Option(names = "--year", description = "Year of the questionnaires, when their files do not say it.")
    private @Nullable Integer year;

    @Option(names = "--language", description = "Language of the faults, en or sv (default: en).", defaultValue = "en")
    private String language = "en";

    private final Clock clock = Clock.system(ZoneId.of("Europe/Stockholm"));

    @Override
    public Integer call() throws IOException {
        Map<String, Path> given = files.given();
        Path folder = Objects.requireNonNull(out).toAbsolutePath();
        String problem = problem(given, folder);
        if (problem != null) {
            System.err.println("ledfyr: " + problem);
            return REFUSED;
        }
        LocalDate day = asOf == null ? LocalDate.now(clock) : asOf;
        RecordFiles reader = new RecordFiles(CodeBook.delivered(), day).ofYear(year);
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        for (Map.Entry<String, Path> each : given.entrySet()) {
            Verdict verdict = reader.check(each.getValue());
            if (!verdict.isRight()) {
                name(each.getValue(), given);
                return report().of(verdict);
            }
            if (!CountedFiles.isOf(each.getKey(), verdict.kind())) {
                System.err.println("ledfyr: %s is no file of %s but of %s"
                        .formatted(each.getValue(), each.getKey(), verdict.kind()));
                return REFUSED;
            }
            verdicts.put(each.getKey(), verdict);
        }
        return count(reader, given, verdicts, day, folder);
    }

    private static @Nullable String problem(Map<String, Path> given, Path folder) {
        if (given.isEmpty()) {
            return "give at least one of --registrations, --amp, --nsp, --reflection, --civil-adults, --civil-children";
        }
        for (Path file : given.values()) {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                return "there is no file " + file + " that can be read";
            }
        }
        return Files.exists(folder) && !Files.isDirectory(folder) ? folder + " is no folder" : null;
    }

    private int count(
            RecordFiles reader, Map<String, Path> given, Map<String, Verdict> verdicts, LocalDate day, Path folder) {
        try (ThrowAway house = ThrowAway.open()) {
            ConfigurableApplicationContext workplace = house.workplace();
            CountryWithoutPeople.settle(workplace, day);
            FilingDesk desk = workplace.getBean(FilingDesk.class);
            for (Map.Entry<String, Path> each : given.entrySet()) {
                Verdict verdict = Objects.requireNonNull(verdicts.get(each.getKey()));
                String kind = Objects.requireNonNull(verdict.kind());
                FiledRows rows = reader.rows(each.getValue(), desk.tableOf(kind));
                CountryWithoutPeople.settleMembers(workplace, desk.tableOf(kind), rows);
                FiledRows countable = countable(rows, desk.tableOf(kind), given, each.getValue());
                FilingOutcome outcome = desk.takeForOffices(kind, countable, "tables", false);
                if (!(outcome instanceof FilingOutcome.Taken)) {
                    name(each.getValue(), given);
                    return report().of(new IntakeAnswer(verdict, outcome));
                }
            }
            TableFiles.write(workplace, given.keySet(), folder);
            return DONE;
        }
    }

    /// Without the links of which nobody can tell whether they are right, because their file was not given.
    private static FiledRows countable(FiledRows rows, FiledTable table, Map<String, Path> given, Path file) {
        FiledRows known = given.containsKey(CountedFiles.REGISTRATIONS)
                ? rows
                : withoutLinks(rows, table, LINK, "registrations were not checked: no --registrations", file);
        return given.containsKey(CountedFiles.CIVIL_ADULTS)
                ? known
                : withoutLinks(known, table, GUARDIAN, "adults were not checked: no --civil-adults", file);
    }

    private static FiledRows withoutLinks(FiledRows rows, FiledTable table, String column, String why, Path file) {
        int link = table.placeOf(column);
        if (link < 0) {
            return rows;
        }
        System.err.println("ledfyr: links of " + file + " to " + why);
        return taker -> rows.handOver(row -> taker.accept(row.without(link)));
    }

    /// Which of several files the faults that follow are about.
    private static void name(Path file, Map<String, Path> given) {
        if (given.size() > 1) {
            System.err.println("ledfyr: " + file);
        }
    }

    private ImportReport report() {
        PrintStream faults = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        return new ImportReport(Wording.in(language), faults, faults);
    }
}
