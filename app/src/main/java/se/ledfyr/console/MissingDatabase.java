package se.ledfyr.console;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import se.ledfyr.installation.Installation;

/// Keeps Spring from telling at length what missed the database. The command that asked for it says in one line why it
/// is not there.
final class MissingDatabase implements SpringBootExceptionReporter {

    @SuppressWarnings("unused") // Spring gives every reporter the context of which it reports.
    MissingDatabase(@Nullable ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Installation.NotOpened) {
                return true;
            }
        }
        return false;
    }
}
