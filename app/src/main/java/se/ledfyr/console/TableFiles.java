package se.ledfyr.console;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.statistics.PublishedTable;
import se.ledfyr.statistics.PublishedTables;
import se.ledfyr.statistics.Selection;
import se.ledfyr.statistics.Source;

/// Writes the tables of the kinds of record that were given into a folder, all of them or none.
final class TableFiles {

    private TableFiles() {}

    static void write(ApplicationContext workplace, Set<String> kinds, Path folder) {
        PublishedTables tables = workplace.getBean(PublishedTables.class);
        Acting reader = new Acting(OrganisationId.random(), null, Set.of(Right.READ_FACTS, Right.READ_NATIONAL_FACTS));
        reader.run(() -> {
            try {
                write(counted(tables, kinds), tables, folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /// Everything is written beside its place first, on the same disk; moving it there cannot end half-way through a
    /// file.
    private static void write(List<PublishedTable> counted, PublishedTables tables, Path folder) throws IOException {
        boolean fresh = Files.notExists(folder);
        Files.createDirectories(folder);
        Path beside = Files.createTempDirectory(folder, ".unfinished");
        try {
            for (PublishedTable table : counted) {
                try (BufferedWriter file = Files.newBufferedWriter(beside.resolve(table.id() + ".csv"))) {
                    tables.writeTidy(table.id(), Selection.ALL, file);
                }
            }
            for (PublishedTable table : counted) {
                String name = table.id() + ".csv";
                Files.move(beside.resolve(name), folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            }
        } finally {
            ThrowAway.remove(beside);
            removeIfEmpty(folder, fresh);
        }
    }

    private static List<PublishedTable> counted(PublishedTables tables, Set<String> kinds) {
        return tables.list().stream()
                .filter(table -> isGiven(
                        kinds, table.content().counted().population().source().kind()))
                .filter(table -> !isOfOneQuestion(table)
                        || !tables.cells(table.id(), Selection.ALL).isEmpty())
                .toList();
    }

    /// A question that is asked in some years has no table where the files are of another.
    private static boolean isOfOneQuestion(PublishedTable table) {
        return table.content().counted().population().source() == Source.CIVIL_ANSWERS;
    }

    /// Tables on all whom civil society met need both of its files: half of them would be no table.
    private static boolean isGiven(Set<String> kinds, String kind) {
        return switch (kind) {
            case CountedFiles.CIVIL ->
                kinds.containsAll(Set.of(CountedFiles.CIVIL_ADULTS, CountedFiles.CIVIL_CHILDREN));
            case CountedFiles.CIVIL_ANSWERS ->
                kinds.contains(CountedFiles.CIVIL_ADULTS) || kinds.contains(CountedFiles.CIVIL_CHILDREN);
            default -> kinds.contains(kind);
        };
    }

    private static void removeIfEmpty(Path folder, boolean fresh) throws IOException {
        try (Stream<Path> content = Files.list(folder)) {
            if (!fresh || content.findAny().isPresent()) {
                return;
            }
        }
        Files.delete(folder);
    }
}
