package se.ledfyr.installation;

import static org.assertj.core.api.Assertions.assertThat;

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
}
