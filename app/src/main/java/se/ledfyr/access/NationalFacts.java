package se.ledfyr.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/// Reading the facts of the whole country, as the read-only statistics role that has no way to anybody's identity.
@Component
public class NationalFacts {

    /// Few read these and wait for whole tables to be counted: several processes share that sooner than by default.
    private static final String BEGIN =
            "select set_config('ledfyr.national', 'true', true), set_config('parallel_setup_cost', '100', true)";

    private final DataSource statistics;

    NationalFacts(@Qualifier("statistics") DataSource statistics) {
        this.statistics = statistics;
    }

    /// Runs `query` in a read-only transaction of its own. Everything it reads is of one moment, so tables agree.
    ///
    /// @throws NotHere when the acting member may not read national facts
    public <T> T read(Function<DSLContext, T> query) {
        Acting.require(Right.READ_NATIONAL_FACTS);
        try (Connection connection = statistics.getConnection()) {
            connection.setAutoCommit(false);
            DSLContext sql = DSL.using(connection, SQLDialect.POSTGRES);
            try {
                sql.execute("set transaction isolation level repeatable read, read only");
                sql.execute(BEGIN);
                return query.apply(sql);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The statistics connection failed", e);
        }
    }
}
