package se.ledfyr.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.ledfyr.fiction.InventedCountry;
import se.ledfyr.fiction.InventedFile;
import se.ledfyr.installation.Installation;

/// `ledfyr generate`: an invented register as a file, or straight into an installation of its own.
@Command(
        name = "generate",
        description = "Make invented registrations of the years 2015 to 2024, of the same shape as real ones.",
        mixinStandardHelpOptions = true)
class GenerateCommand implements Callable<Integer> {

    private static final int TOLD_EVERY = 20_000;

    @Option(names = "--people", paramLabel = "N", required = true, description = "How many people, 1 to 100 million.")
    private int people;

    @Option(names = "--seed", paramLabel = "S", required = true, description = "The same seed gives the same file.")
    private long seed;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write (default: standard output).")
    private @Nullable Path out;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Fill the installation in this folder instead, names included. It must hold no registrations.")
    private @Nullable Path data;

    @Override
    public Integer call() throws IOException {
        if (data != null) {
            return fill(data.toAbsolutePath());
        }
        try (OutputStream file = open()) {
            InventedFile.write(people, seed, file);
        }
        return 0;
    }

    private int fill(Path folder) {
        try (Installation installation = Installation.open(folder, System.getenv(), false);
                ConfigurableApplicationContext house =
                        Workplace.open(installation, WebApplicationType.NONE, Map.of())) {
            InventedCountry country = house.getBean(InventedCountry.class);
            if (country.isInUse()) {
                System.err.println(
                        "ledfyr: " + folder + " holds registrations; invented people are not mixed with others");
                return 2;
            }
            Instant start = Instant.now();
            country.fill(people, seed, done -> tell(done, start));
        }
        return 0;
    }

    private void tell(long done, Instant start) {
        if (done % TOLD_EVERY == 0 || done == people) {
            double seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
            System.out.printf(Locale.ROOT, "%d people in %.0f s, %.0f a second%n", done, seconds, done / seconds);
        }
    }

    private OutputStream open() throws IOException {
        return out == null ? new FileOutputStream(FileDescriptor.out) : Files.newOutputStream(out);
    }
}
