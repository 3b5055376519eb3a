package se.ledfyr.routes;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import se.ledfyr.access.Right;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.personas.Personas;
import se.ledfyr.personas.Personas.Place;

/// The money of the return programme: there for whoever keeps it and whoever pays, and for nobody else.
final class MoneyRoutes {

    private static final Set<Place> ENDS = Set.of(Place.RETURN_OPERATOR, Place.NATIONAL);

    private MoneyRoutes() {}

    static List<Route> all() {
        String agreement = agreement();
        String base = "/money/" + agreement;
        String supplement = "/money/supplements/" + supplement(agreement);
        String other = UUID.randomUUID().toString();
        return List.of(
                Route.forRights("GET /money", Set.of(Right.READ_ACCOUNTS)),
                Route.forRights("GET /money/new", Set.of(Right.FUND_PROGRAMMES)),
                Route.forRights("POST /money/new", Set.of(Right.FUND_PROGRAMMES), "year", "x"),
                both("GET /money/{id}", base),
                both("GET /money/{id}/forecast", base + "/forecast"),
                both("GET /money/{id}/back-test", base + "/back-test"),
                both("GET /money/{id}/outcomes", base + "/outcomes"),
                both("GET /money/{id}/expenses", base + "/expenses"),
                both("GET /money/{id}/prices", base + "/prices"),
                both("GET /money/{id}/account", base + "/account"),
                both("GET /money/supplements/{id}", supplement),
                keeper("POST /money/{id}/acceptance", base + "/acceptance"),
                keeper("POST /money/{id}/report", base + "/report"),
                keeper("POST /money/{id}/instalments/{instalment}", base + "/instalments/" + other),
                keeper("POST /money/{id}/expenses", base + "/expenses"),
                keeper("POST /money/{id}/expenses/{expense}/correction", base + "/expenses/" + other + "/correction"),
                keeper("POST /money/{id}/prices", base + "/prices"),
                keeper("POST /money/{id}/account/closing", base + "/account/closing"),
                keeper("GET /money/{id}/supplements/new", base + "/supplements/new"),
                keeper("POST /money/{id}/supplements/new", base + "/supplements/new"),
                funder("POST /money/{id}/account/confirmation", base + "/account/confirmation"),
                funder("POST /money/supplements/{id}/decision", supplement + "/decision"));
    }

    private static Route both(String name, String path) {
        return new Route(name, path, having(ENDS, Right.READ_ACCOUNTS), false, Map.of());
    }

    private static Route keeper(String name, String path) {
        return new Route(name, path, having(Set.of(Place.RETURN_OPERATOR), Right.KEEP_ACCOUNTS), false, Map.of());
    }

    private static Route funder(String name, String path) {
        return new Route(name, path, having(Set.of(Place.NATIONAL), Right.FUND_PROGRAMMES), false, Map.of());
    }

    private static Set<Personas> having(Set<Place> places, Right right) {
        return Arrays.stream(Personas.values())
                .filter(persona ->
                        places.contains(persona.place()) && persona.acting().may(right))
                .collect(Collectors.toSet());
    }

    private static String agreement() {
        UUID id = UUID.randomUUID();
        insert(
                """
                insert into budget.agreement (id, organisation, funder, programme, year, reference, signed_on, granted_ore, conditions,
                                              report_due_on, accepted_on, accepted_by, created_at, created_by)
                values (?, ?, ?, 'AMP', ?, 'Prov', current_date, 400000000, '', current_date + 90, current_date, ?, now(), ?)
                """,
                id,
                Place.RETURN_OPERATOR.id().value(),
                Place.NATIONAL.id().value(),
                latestYearWithoutOne(),
                UUID.randomUUID(),
                UUID.randomUUID());
        return id.toString();
    }

    /// Other tests may have made routes to money before, in the same house.
    private static int latestYearWithoutOne() {
        return TestInstallation.owner()
                .sql("""
                        select max(free) from generate_series(2000, extract(year from current_date)::int) free
                        where not exists (select from budget.agreement a
                                          where a.organisation = ? and a.programme = 'AMP' and a.year = free)
                        """)
                .param(Place.RETURN_OPERATOR.id().value())
                .query(Integer.class)
                .single();
    }

    private static String supplement(String agreement) {
        UUID id = UUID.randomUUID();
        insert("""
                insert into budget.supplement (id, agreement_id, asked_on, asked_ore, ground, as_of, available_ore, spent_ore,
                    committed_ore, low_ore, middle_ore, high_ore, what_if, seed, simulations, lasts, asked_at, asked_by)
                values (?, ?::uuid, current_date, 100, 'Prov', current_date, 0, 0, 0, 0, 0, 0, 0, 1, 100, 0, now(), gen_random_uuid())
                """, id, agreement);
        return id.toString();
    }

    private static void insert(String statement, Object... values) {
        TestInstallation.owner().sql(statement).params(values).update();
    }
}
