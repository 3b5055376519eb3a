package se.ledfyr.installation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

/// Brings the database up to date while the application is put together, which takes as long. Whoever wants a
/// connection meanwhile waits for it, and nothing is served before it is done.
@Component
class Upgrade implements FlywayMigrationStrategy, BeanPostProcessor, SmartInitializingSingleton {

    private volatile CompletableFuture<Void> done = CompletableFuture.completedFuture(null);

    @Override
    public void migrate(Flyway flyway) {
        done = CompletableFuture.runAsync(
                flyway::migrate, task -> Thread.ofPlatform().name("upgrade").start(task));
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new Waiting(source, this) : bean;
    }

    /// The last moment before anything is served or done.
    @Override
    public void afterSingletonsInstantiated() {
        await();
    }

    private void await() {
        try {
            done.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException reason) {
                throw reason;
            }
            throw failed;
        }
    }

    private static final class Waiting extends DelegatingDataSource {

        private final Upgrade upgrade;

        Waiting(DataSource source, Upgrade upgrade) {
            super(source);
            this.upgrade = upgrade;
        }

        @Override
        public Connection getConnection() throws SQLException {
            upgrade.await();
            return super.getConnection();
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            upgrade.await();
            return super.getConnection(user, password);
        }
    }
}
