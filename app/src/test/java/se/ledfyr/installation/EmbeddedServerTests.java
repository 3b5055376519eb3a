package se.ledfyr.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTests {

    @TempDir
    private Path folder;

    @Test
    void nobodyComesInWithoutThePasswordAndWhatIsCommittedIsOnDisk() throws Exception {
        DataFolder data = DataFolder.at(folder.resolve("data"));
        Login administrator;
        try (EmbeddedServer server = EmbeddedServer.attachOrStart(data)) {
            administrator = server.administrator();
            assertThatThrownBy(() -> DriverManager.getConnection(administrator.url(), "postgres", ""))
                    .isInstanceOf(SQLException.class);
            assertThat(ask(
                            administrator,
                            "select count(*) from pg_hba_file_rules where auth_method <> 'scram-sha-256'"))
                    .isEqualTo("0");
            assertThat(ask(administrator, "show fsync")).isEqualTo("on");
            assertThat(ask(administrator, "show synchronous_commit")).isEqualTo("on");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("postgres.secret"))))
                .isEqualTo("rw-------");
    }

    private static String ask(Login login, String question) throws SQLException {
        try (Connection connection = DriverManager.getConnection(login.url(), login.user(), login.password());
                ResultSet answer = connection.createStatement().executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
