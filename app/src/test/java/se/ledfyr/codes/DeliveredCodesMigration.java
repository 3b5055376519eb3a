package se.ledfyr.codes;

import org.flywaydb.core.api.migration.JavaMigration;

/// Lends the migration that brings the code lists to tests that build a database without the application.
public final class DeliveredCodesMigration {

    private DeliveredCodesMigration() {}

    public static JavaMigration make() {
        return new LoadDeliveredCodes();
    }
}
