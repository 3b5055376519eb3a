package se.ledfyr.installation;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Each kind of work logs in as its own role: migrations as the administrator who becomes the owner, requests as the
/// application, figures of the country as the read-only statistics role.
@Configuration(proxyBeanMethods = false)
class Connections {

    @Bean
    JdbcConnectionDetails application(Installation installation) {
        return new AsApplication(installation.logins().application());
    }

    @Bean
    FlywayConnectionDetails migrations(Installation installation) {
        return new AsOwner(installation.logins().administrator());
    }

    @Bean(defaultCandidate = false, destroyMethod = "close")
    @Qualifier("statistics")
    DataSource statistics(Installation installation) {
        Login login = installation.logins().statistics();
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("statistics");
        pool.setJdbcUrl(login.url());
        pool.setUsername(login.user());
        pool.setPassword(login.password());
        pool.setMaximumPoolSize(4);
        pool.setMinimumIdle(0);
        // The roles exist before any pool; the schemas come with the first migration.
        pool.setInitializationFailTimeout(-1);
        return new HikariDataSource(pool);
    }

    private record AsApplication(Login login) implements JdbcConnectionDetails {
        @Override
        public String getJdbcUrl() {
            return login.url();
        }

        @Override
        public String getUsername() {
            return login.user();
        }

        @Override
        public String getPassword() {
            return login.password();
        }
    }

    private record AsOwner(Login login) implements FlywayConnectionDetails {
        @Override
        public String getJdbcUrl() {
            return login.url();
        }

        @Override
        public String getUsername() {
            return login.user();
        }

        @Override
        public String getPassword() {
            return login.password();
        }
    }
}
