package se.ledfyr.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;
import se.ledfyr.HouseTest;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.personas.Personas;

/// A pool hands the same connection to one organisation after the other.
@HouseTest
class OneConnectionTests {

    private final HikariDataSource pool = TestInstallation.pool(1);
    private final DSLContext sql = DSL.using(new TransactionAwareDataSourceProxy(pool), SQLDialect.POSTGRES);
    private final TransactionTemplate transaction = boundTransaction();

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void eachOrganisationSeesOnlyItsOwnOnAConnectionThatTheOtherJustUsed() {
        for (int round = 0; round < 3; round++) {
            assertThat(seenBy(Personas.NORD_COORDINATOR.acting()))
                    .isEqualTo(Set.of(Personas.NORD_COORDINATOR.place().id().value()));
            assertThat(seenBy(Personas.SYD_COORDINATOR.acting()))
                    .isEqualTo(Set.of(Personas.SYD_COORDINATOR.place().id().value()));
        }
    }

    @Test
    void whoeverComesNextUnboundSeesNothing() {
        seenBy(Personas.NORD_COORDINATOR.acting());
        assertThat(visible()).isEmpty();
    }

    @Test
    void afterARollbackNothingIsLeftOnTheConnection() {
        Personas.NORD_COORDINATOR
                .acting()
                .run(() -> transaction.executeWithoutResult(status -> {
                    members();
                    status.setRollbackOnly();
                }));
        assertThat(visible()).isEmpty();
    }

    @Test
    void reachingAcrossOrganisationsChangesNothing() {
        UUID elsewhere = Personas.SYD_COORDINATOR.id().value();
        int changed = Personas.NORD_ADMINISTRATOR
                .acting()
                .get(() -> transaction.execute(status ->
                        sql.execute("update organisations.member set disabled_at = now() where id = ?", elsewhere)));
        assertThat(changed).isZero();
    }

    /// The twin: settings that outlive the transaction would leak, and the first test would see it.
    @Test
    void aSettingThatOutlivesItsTransactionWouldLeakToTheNextBorrower() {
        String nord = Personas.NORD_COORDINATOR.place().id().value().toString();
        transaction.executeWithoutResult(
                status -> sql.execute("select set_config('ledfyr.organisation', ?, false)", nord));
        assertThat(visible()).isNotEmpty();
    }

    private Set<UUID> seenBy(Acting acting) {
        return acting.get(this::visible);
    }

    private Set<UUID> visible() {
        return Set.copyOf(transaction.execute(status -> members()));
    }

    private List<UUID> members() {
        return sql.fetch("select organisation from organisations.member").getValues(0, UUID.class);
    }

    private TransactionTemplate boundTransaction() {
        DataSourceTransactionManager manager = new DataSourceTransactionManager(pool);
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("sql", sql);
        manager.addListener(new RowSecurity(beans.getBeanProvider(DSLContext.class)));
        return new TransactionTemplate(manager);
    }
}
