package se.ledfyr.deadlines;

import org.flywaydb.core.api.migration.JavaMigration;

/// Lends the migration that brings the rules to tests that build a database without the application.
public final class DeliveredRulesMigration {

    private DeliveredRulesMigration() {}

    public static JavaMigration make() {
        return new LoadDeliveredRules();
    }
}
