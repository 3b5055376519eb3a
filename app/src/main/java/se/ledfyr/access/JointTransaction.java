package se.ledfyr.access;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Doing parts of one transaction for different organisations, so that they stand or fall together.
///
/// Only the operator of the installation needs this, who brings in a file that concerns several offices. A member
/// acts for one organisation from the beginning of a transaction to its end: for them this class refuses to bind
/// another.
@Component
public class JointTransaction {

    private final RowSecurity rowSecurity;

    JointTransaction(RowSecurity rowSecurity) {
        this.rowSecurity = rowSecurity;
    }

    /// Does `part` inside the transaction under way, seen and written as `acting`, and then binds again what was bound.
    ///
    /// @throws IllegalStateException outside a transaction, or when a member is bound and `acting` is somebody else
    public <T extends @Nullable Object> T as(Acting acting, Supplier<T> part) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("There is no transaction to be part of");
        }
        Optional<Acting> before = Acting.ifBound();
        if (before.isPresent() && before.get().member() != null && !before.get().equals(acting)) {
            throw new IllegalStateException("A member acts for one organisation only");
        }
        rowSecurity.bind(acting);
        T result = acting.get(part);
        // After a failure nothing can be read or written any more: the whole transaction is rolled back.
        before.ifPresentOrElse(rowSecurity::bind, rowSecurity::unbind);
        return result;
    }
}
