package se.ledfyr.console;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The files to count, by kind, in the order in which they must be taken: what others link to comes first.
final class CountedFiles {

    static final String REGISTRATIONS = "coordinator_registrations";

    @Option(names = "--registrations", paramLabel = "FILE", description = "Registrations of the coordinators.")
    private @Nullable Path registrations;

    @Option(names = "--amp", paramLabel = "FILE", description = "Persons admitted to the return programme.")
    private @Nullable Path amp;

    @Option(names = "--nsp", paramLabel = "FILE", description = "Persons granted support by the national programme.")
    private @Nullable Path nsp;

    @Option(names = "--reflection", paramLabel = "FILE", description = "Reflection periods that were decided.")
    private @Nullable Path reflection;

    Map<String, Path> given() {
        Map<String, Path> given = new LinkedHashMap<>();
        add(given, REGISTRATIONS, registrations);
        add(given, "amp_grants", amp);
        add(given, "nsp_grants", nsp);
        add(given, "reflection_periods", reflection);
        return given;
    }

    private static void add(Map<String, Path> given, String kind, @Nullable Path file) {
        if (file != null) {
            given.put(kind, file);
        }
    }
}
