package se.ledfyr.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A database that is not there, met by a start in a process of its own.
class MissingDatabaseTests {

    @TempDir
    private Path folder;

    @Test
    void aDatabaseThatIsNotThereIsSaidInOneLine() throws Exception {
        // Port 1 is nobody's.
        Process start = OwnProcess.start(
                Map.of("LEDFYR_DB_URL", "jdbc:postgresql://localhost:1/ledfyr"),
                folder.resolve("said"),
                "run",
                "--empty",
                "--port",
                "0",
                "--data",
                folder.resolve("data").toString());

        assertThat(start.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(start.exitValue()).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("said"))).isEmpty();
        assertThat(Files.readAllLines(folder.resolve("errors")))
                .filteredOn(line -> !line.startsWith("WARNING"))
                .singleElement()
                .asString()
                .startsWith("ledfyr: The database roles could not be prepared as ");
    }
}
