package se.ledfyr.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import se.ledfyr.HouseTest;
import se.ledfyr.installation.TestInstallation;

@HouseTest
class AuditCommandTests {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();

    @Test
    void aWholeChainIsReportedWithItsLengthAndHead() {
        int status = verify(TestInstallation.installation().data().path());
        assertThat(out.toString()).matches("The audit chain is whole: \\d+ entries, head [0-9a-f]{64}\\R");
        assertThat(status).isZero();
    }

    @Test
    void aFolderWithoutAnInstallationIsRefused() {
        assertThat(verify(folder.resolve("nothing-here"))).isEqualTo(2);
        assertThat(folder.resolve("nothing-here")).doesNotExist();
    }

    private int verify(Path data) {
        return new CommandLine(new AuditCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(new StringWriter()))
                .execute("verify", "--data", data.toString());
    }
}
