package se.ledfyr.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ListeningTests {

    @Test
    void withoutTlsOnlyTheMachineItselfIsServed() {
        assertThat(Listening.properties(Map.of(), false)).containsExactly(Map.entry("server.address", "localhost"));
        assertThat(Listening.properties(Map.of("LEDFYR_LISTEN", " "), false)).containsValue("localhost");
    }

    @Test
    void withTlsEverybodyIsServed() {
        assertThat(Listening.properties(Map.of(), true)).isEmpty();
    }

    @Test
    void whoNamesAnAddressIsObeyed() {
        assertThat(Listening.properties(Map.of("LEDFYR_LISTEN", "0.0.0.0"), false))
                .containsValue("0.0.0.0");
        assertThat(Listening.properties(Map.of("LEDFYR_LISTEN", "10.0.0.2"), true))
                .containsValue("10.0.0.2");
    }
}
