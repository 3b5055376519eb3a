package se.ledfyr.access;

import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/// Tells PostgreSQL for whom a transaction is done.
///
/// The settings are local to the transaction, so a pooled connection never carries them to its next borrower.
@Component
class RowSecurity implements TransactionExecutionListener {

    private static final String BIND = """
            select set_config('ledfyr.organisation', ?, true), set_config('ledfyr.member', ?, true),
                   set_config('ledfyr.auditing', ?, true), set_config('ledfyr.house', ?, true)
            """;

    private final ObjectProvider<DSLContext> sql;

    RowSecurity(ObjectProvider<DSLContext> sql) {
        this.sql = sql;
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        if (failure == null) {
            Acting.ifBound().ifPresent(this::bind);
        }
    }

    void unbind() {
        sql.getObject().execute(BIND, "", "", "", "");
    }

    void bind(Acting acting) {
        sql.getObject()
                .execute(
                        BIND,
                        acting.organisation().value().toString(),
                        acting.member() == null ? "" : acting.member().value().toString(),
                        Boolean.toString(acting.may(Right.READ_NATIONAL_AUDIT)),
                        Boolean.toString(acting.may(Right.ACT_FOR_THE_HOUSE)));
    }
}
