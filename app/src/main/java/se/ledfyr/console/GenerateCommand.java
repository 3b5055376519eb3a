package se.ledfyr.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.ledfyr.fiction.InventedFile;

/// `ledfyr generate`: an invented register as a file.
@Command(
        name = "generate",
        description = "Make invented registrations of the years 2015 to 2024, of the same shape as real ones.",
        mixinStandardHelpOptions = true)
class GenerateCommand implements Callable<Integer> {

    @Option(names = "--people", paramLabel = "N", required = true, description = "How many people, 1 to 100 million.")
    private int people;

    @Option(names = "--seed", paramLabel = "S", required = true, description = "The same seed gives the same file.")
    private long seed;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write (default: standard output).")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        try (OutputStream file = open()) {
            InventedFile.write(people, seed, file);
        }
        return 0;
    }

    private OutputStream open() throws IOException {
        return out == null ? new FileOutputStream(FileDescriptor.out) : Files.newOutputStream(out);
    }
}
