package se.ledfyr.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurabilityTests {

    /// The library that brings PostgreSQL along switches these off, since it was made for tests.
    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
    void whatIsCommittedIsOnTheDisk(String setting) {
        assertThat(TestInstallation.owner()
                        .sql("show " + setting)
                        .query(String.class)
                        .single())
                .isEqualTo("on");
    }

    /// A first start that is killed while PostgreSQL is unpacked must not keep every later one from starting.
    @Test
    void whatWasHalfUnpackedIsUnpackedAnew(@TempDir Path program) throws IOException {
        Path half = Files.createDirectories(program.resolve("PG-half/lib"));
        Path whole = Files.createDirectories(program.resolve("PG-whole"));
        Files.createFile(whole.resolve(".exists"));

        EmbeddedServer.removeHalfUnpacked(program);

        assertThat(half.getParent()).doesNotExist();
        assertThat(whole).exists();
    }

    @Test
    void whatTheBuildUnpackedIsUsedWhenItIsWhole(@TempDir Path built, @TempDir Path data) throws IOException {
        Path own = DataFolder.at(data).folder("program");
        Path version = Files.createDirectories(built.resolve("PG-built"));
        System.setProperty("ledfyr.program", built.toString());
        try {
            assertThat(EmbeddedServer.programFolder(DataFolder.at(data))).isEqualTo(own);

            Files.createFile(version.resolve(".exists"));

            assertThat(EmbeddedServer.programFolder(DataFolder.at(data))).isEqualTo(built);
        } finally {
            System.clearProperty("ledfyr.program");
        }
    }
}
