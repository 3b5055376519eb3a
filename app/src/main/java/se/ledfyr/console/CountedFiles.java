package se.ledfyr.console;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The files to count, by kind, in the order in which they must be taken: what others link to comes first.
final class CountedFiles {

    static final String REGISTRATIONS = "coordinator_registrations";
    static final String CIVIL_ADULTS = "civil_adults";
    static final String CIVIL_CHILDREN = "civil_children";

    /// What is counted where both files of civil society are given.
    static final String CIVIL = "civil";

    /// What is counted of the answers to single questions in either of the files.
    static final String CIVIL_ANSWERS = "civil_answers";

    /// Whether a file of a kind is what was asked for; questionnaires have a kind for each year.
    static boolean isOf(String asked, @Nullable String kind) {
        return kind != null && (kind.equals(asked) || kind.startsWith(asked + "_2"));
    }

    @Option(names = "--registrations", paramLabel = "FILE", description = "Registrations of the coordinators.")
    private @Nullable Path registrations;

    @Option(names = "--amp", paramLabel = "FILE", description = "Persons admitted to the return programme.")
    private @Nullable Path amp;

    @Option(names = "--nsp", paramLabel = "FILE", description = "Persons granted support by the national programme.")
    private @Nullable Path nsp;

    @Option(names = "--reflection", paramLabel = "FILE", description = "Reflection periods that were decided.")
    private @Nullable Path reflection;

    @Option(names = "--civil-adults", paramLabel = "FILE", description = "Adults that civil society met in a year.")
    private @Nullable Path civilAdults;

    @Option(names = "--civil-children", paramLabel = "FILE", description = "Children that civil society met in a year.")
    private @Nullable Path civilChildren;

    Map<String, Path> given() {
        Map<String, Path> given = new LinkedHashMap<>();
        add(given, REGISTRATIONS, registrations);
        add(given, "amp_grants", amp);
        add(given, "nsp_grants", nsp);
        add(given, "reflection_periods", reflection);
        add(given, CIVIL_ADULTS, civilAdults);
        add(given, CIVIL_CHILDREN, civilChildren);
        return given;
    }

    private static void add(Map<String, Path> given, String kind, @Nullable Path file) {
        if (file != null) {
            given.put(kind, file);
        }
    }
}
