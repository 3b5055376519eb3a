package se.ledfyr.handover;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.HouseTest;
import se.ledfyr.deadlines.TestTime;
import se.ledfyr.installation.TestInstallation;

/// How often a code may be tried is counted in the database, so that several nodes count together.
@HouseTest
class GuestTriesTests {

    @Autowired
    Links links;

    @Test
    void tenTriesAtOnceAndThenOneEveryThirtySeconds() {
        String address = address();
        try (TestTime time = TestTime.travel()) {
            for (int i = 0; i < 10; i++) {
                assertThat(links.mayTry(address)).isTrue();
            }
            assertThat(links.mayTry(address)).isFalse();
            assertThat(links.mayTry(address())).as("from elsewhere").isTrue();
            time.forward(Duration.ofSeconds(31));
            assertThat(links.mayTry(address)).isTrue();
            assertThat(links.mayTry(address)).isFalse();
        }
    }

    @Test
    void anotherNodeCountsOnWhereThisOneStopped() throws SQLException {
        String address = address();
        for (int i = 0; i < 10; i++) {
            assertThat(links.mayTry(address)).isTrue();
        }
        try (HikariDataSource node = TestInstallation.pool(1);
                Connection connection = node.getConnection();
                PreparedStatement one = connection.prepareStatement("select handover.may_try(?, now())")) {
            one.setString(1, Links.hash(address));
            try (ResultSet answer = one.executeQuery()) {
                answer.next();
                assertThat(answer.getBoolean(1)).isFalse();
            }
        }
    }

    @Test
    void theAddressIsNotKeptAndItsHashIsForgotten() {
        String address = address();
        links.mayTry(address);
        assertThat(count("address_hash = '" + Links.hash(address) + "'")).isEqualTo(1);
        assertThat(count("guest_try::text like '%" + address + "%'")).isZero();
        try (TestTime time = TestTime.travel()) {
            time.forward(Duration.ofHours(2));
            links.mayTry(address());
        }
        assertThat(count("address_hash = '" + Links.hash(address) + "'")).isZero();
    }

    private static String address() {
        return "2001:db8::" + UUID.randomUUID().toString().substring(0, 4) + ":"
                + UUID.randomUUID().toString().substring(0, 4);
    }

    private static int count(String condition) {
        return TestInstallation.owner()
                .sql("select count(*) from handover.guest_try where " + condition)
                .query(Integer.class)
                .single();
    }
}
