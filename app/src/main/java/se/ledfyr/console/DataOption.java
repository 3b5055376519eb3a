package se.ledfyr.console;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where the installation keeps its data, the same for every command.
class DataOption {

    @Option(names = "--data", paramLabel = "DIR", description = "Data folder (default: ~/.ledfyr).")
    private @Nullable Path folder;

    Path folder() {
        return folder == null ? Path.of(System.getProperty("user.home"), ".ledfyr") : folder.toAbsolutePath();
    }
}
