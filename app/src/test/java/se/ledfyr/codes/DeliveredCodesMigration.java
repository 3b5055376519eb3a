package se.ledfyr.codes;

import org.flywaydb.core.api.migration.JavaMigration;

/// Lends the migrations that bring the code lists to tests that build a database without the application.
public final class DeliveredCodesMigration {

    private DeliveredCodesMigration() {}

    public static JavaMigration[] make() {
        return new JavaMigration[] {new LoadDeliveredCodes(), new RefreshDeliveredCodes()};
    }
}
