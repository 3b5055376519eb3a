import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Target;

/// Writes the jOOQ table classes of every module from its migrations. Run with `./ledfyr codegen`.
void main() throws Exception {
    var targets = Map.ofEntries(
            Map.entry("organisations", "se.ledfyr.organisations.internal"),
            Map.entry("organisations_api", "se.ledfyr.organisations.views"),
            Map.entry("access", "se.ledfyr.access.internal"),
            Map.entry("codes", "se.ledfyr.codes.internal"),
            Map.entry("codes_api", "se.ledfyr.codes.views"),
            Map.entry("emergency", "se.ledfyr.emergency.internal"),
            Map.entry("audit", "se.ledfyr.audit.internal"),
            Map.entry("people", "se.ledfyr.people.internal"),
            Map.entry("consent", "se.ledfyr.consent.internal"),
            Map.entry("consent_api", "se.ledfyr.consent.views"),
            Map.entry("casework", "se.ledfyr.casework.internal"),
            Map.entry("casework_api", "se.ledfyr.casework.views"),
            Map.entry("guidance", "se.ledfyr.guidance.internal"),
            Map.entry("needs", "se.ledfyr.needs.internal"),
            Map.entry("needs_api", "se.ledfyr.needs.views"),
            Map.entry("statistics", "se.ledfyr.statistics.internal"),
            Map.entry("handover", "se.ledfyr.handover.internal"),
            Map.entry("handover_api", "se.ledfyr.handover.views"),
            Map.entry("deadlines", "se.ledfyr.deadlines.internal"),
            Map.entry("programmes_api", "se.ledfyr.programmes.views"),
            Map.entry("support", "se.ledfyr.support.internal"),
            Map.entry("support_api", "se.ledfyr.support.views"),
            Map.entry("permits", "se.ledfyr.permits.internal"),
            Map.entry("returns", "se.ledfyr.returns.internal"),
            Map.entry("returns_api", "se.ledfyr.returns.views"),
            Map.entry("permits_api", "se.ledfyr.permits.views"),
            Map.entry("budget", "se.ledfyr.budget.internal"),
            Map.entry("budget_api", "se.ledfyr.budget.views"),
            Map.entry("justice", "se.ledfyr.justice.internal"),
            Map.entry("justice_api", "se.ledfyr.justice.views"),
            Map.entry("reports", "se.ledfyr.reports.internal"),
            Map.entry("surveys", "se.ledfyr.surveys.internal"),
            Map.entry("surveys_api", "se.ledfyr.surveys.views"),
            Map.entry("intake", "se.ledfyr.intake.internal"));
    try (var postgres = EmbeddedPostgres.start()) {
        try (var c = postgres.getPostgresDatabase().getConnection(); var s = c.createStatement()) {
            s.execute("create role ledfyr_owner; create role ledfyr_app; create role ledfyr_statistics");
        }
        Flyway.configure().dataSource(postgres.getPostgresDatabase())
                .locations("filesystem:app/src/main/resources/db/migration").defaultSchema("history").createSchemas(true)
                .load().migrate();
        for (var target : targets.entrySet()) {
            GenerationTool.generate(new Configuration()
                    .withJdbc(new Jdbc().withUrl(postgres.getJdbcUrl("postgres", "postgres")).withUser("postgres"))
                    .withGenerator(new Generator()
                            .withDatabase(new Database().withInputSchema(target.getKey()).withExcludes("refuse|continue_chain|join_the_chain|part|about|scheduled_tasks")
                                    .withTableValuedFunctionsAsTables(false))
                            .withGenerate(new Generate().withRecords(false).withGlobalObjectReferences(true).withJavadoc(false)
                                    .withGeneratedAnnotation(false).withRoutines(false))
                            .withTarget(new Target().withPackageName(target.getValue()).withDirectory("app/src/generated/java"))));
        }
    }
}
