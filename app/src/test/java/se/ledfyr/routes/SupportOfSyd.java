package se.ledfyr.routes;

import static se.ledfyr.access.Right.READ_NATIONAL_FACTS;
import static se.ledfyr.access.Right.WORK_WITH_PEOPLE;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.ledfyr.access.Right;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.personas.Personas;
import se.ledfyr.personas.Personas.Place;

/// The support programme's lines of the matrix: an application of the office Syd, and somebody in the programme.
final class SupportOfSyd {

    private static final Set<Right> PEOPLE = Set.of(WORK_WITH_PEOPLE);

    private SupportOfSyd() {}

    static List<Route> routes(ThingsOfSyd syd) {
        String application = applied(syd);
        return Stream.of(lists(), applications(syd, application), courses(granted()), homes(home()))
                .flatMap(List::stream)
                .toList();
    }

    /// What whoever applied can ask for. Deciding is the programme's.
    static List<Route> ofApplicant(ThingsOfSyd syd) {
        return applications(syd, applied(syd)).stream()
                .filter(route -> !route.name().contains("decision"))
                .toList();
    }

    /// What the programme's office can ask for about one application and somebody in the programme.
    static List<Route> ofOffice(String application, String grant) {
        return Stream.of(applications(application), courses(grant))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Route> lists() {
        return List.of(
                Route.forRights("GET /support", PEOPLE),
                Route.forRights("GET /support/gaps", PEOPLE),
                route(
                        "GET /support/own-homes",
                        having(p -> p.place() == Place.NGO && p.acting().may(WORK_WITH_PEOPLE))),
                route(
                        "GET /support/refusals",
                        having(p -> p.place() == Place.PROGRAMME || p.acting().may(READ_NATIONAL_FACTS))),
                office("GET /support/applications/new", "/support/applications/new"),
                office("POST /support/applications/new", "/support/applications/new"),
                office("GET /support/grants", "/support/grants"),
                office("GET /support/homes", "/support/homes"),
                office("GET /support/homes/new", "/support/homes/new"),
                office("POST /support/homes/new", "/support/homes/new"));
    }

    private static List<Route> applications(ThingsOfSyd syd, String id) {
        return Stream.concat(
                        Stream.of(
                                Route.about("GET /cases/{id}/support/new", syd.openCase(), WORK_WITH_PEOPLE),
                                Route.about("POST /cases/{id}/support/new", syd.openCase(), WORK_WITH_PEOPLE)),
                        applications(id).stream())
                .toList();
    }

    private static List<Route> applications(String id) {
        String here = "/support/applications/" + id;
        Set<Personas> ends = having(p -> (p.place() == Place.PROGRAMME || p.place() == Place.OFFICE_SYD)
                && p.acting().may(WORK_WITH_PEOPLE));
        return List.of(
                new Route("GET /support/applications/{id}", here, ends, false, Map.of()),
                new Route("POST /support/applications/{id}/question", here + "/question", ends, false, Map.of()),
                new Route(
                        "POST /support/applications/{id}/questions/{question}/reply",
                        here + "/questions/" + UUID.randomUUID() + "/reply",
                        ends,
                        false,
                        Map.of()),
                new Route("POST /support/applications/{id}/withdrawal", here + "/withdrawal", ends, false, Map.of()),
                new Route("POST /support/applications/{id}/refusal", here + "/refusal", ends, false, Map.of()),
                Route.none(
                        "POST /support/applications/{id}/addresses/{note}", here + "/addresses/" + UUID.randomUUID()),
                office("GET /support/applications/{id}/decision", here + "/decision"),
                office("POST /support/applications/{id}/decision", here + "/decision"));
    }

    private static List<Route> courses(String id) {
        String here = "/support/grants/" + id;
        String other = "/" + UUID.randomUUID();
        String pattern = "/support/grants/{id}";
        return List.of(
                office("GET " + pattern, here),
                office("POST " + pattern + "/days", here + "/days"),
                office("POST " + pattern + "/days/{period}/last", here + "/days" + other + "/last"),
                Route.none("POST " + pattern + "/days/{period}/strike", here + "/days" + other + "/strike"),
                office("POST " + pattern + "/follow", here + "/follow"),
                office("POST " + pattern + "/children", here + "/children"),
                office("POST " + pattern + "/ending", here + "/ending"),
                office("POST " + pattern + "/placements", here + "/placements"),
                office(
                        "POST " + pattern + "/placements/{placement}/leaving",
                        here + "/placements" + other + "/leaving"),
                Route.none(
                        "POST " + pattern + "/placements/{placement}/strike", here + "/placements" + other + "/strike"),
                new Route(
                        "POST " + pattern + "/address",
                        here + "/address",
                        Set.of(),
                        false,
                        Map.of("home", "*", "application", "*")),
                office("POST " + pattern + "/measures", here + "/measures"),
                Route.none("POST " + pattern + "/measures/{measure}/strike", here + "/measures" + other + "/strike"));
    }

    private static List<Route> homes(String id) {
        String here = "/support/homes/" + id;
        return List.of(
                office("GET /support/homes/{id}", here),
                office("POST /support/homes/{id}", here),
                office("POST /support/homes/{id}/places", here + "/places"),
                office("POST /support/homes/{id}/hold", here + "/hold"),
                Route.none(
                        "POST /support/homes/{id}/holds/{hold}/release",
                        here + "/holds/" + UUID.randomUUID() + "/release"),
                office("POST /support/homes/{id}/address/opening", here + "/address/opening"));
    }

    private static Route office(String name, String path) {
        return new Route(
                name,
                path,
                having(p -> p.place() == Place.PROGRAMME && p.acting().may(WORK_WITH_PEOPLE)),
                false,
                Map.of());
    }

    private static Route route(String name, Set<Personas> answered) {
        return new Route(name, name.substring(name.indexOf(' ') + 1), answered, false, Map.of());
    }

    private static Set<Personas> having(java.util.function.Predicate<Personas> which) {
        return Arrays.stream(Personas.values()).filter(which).collect(Collectors.toSet());
    }

    /// For a case of its own, so that the open one of Syd can still be applied for.
    private static String applied(ThingsOfSyd syd) {
        UUID id = UUID.randomUUID();
        insert(
                """
                insert into support.application (id, from_organisation, to_organisation, applicant, channel, case_id, parcel_id, region,
                                                 age_group, children, ground, components, applied_on, made_at, made_by)
                select ?, h.organisation, ?, 'coordinator', 'LEDFYR', h.case_id, ?, 'syd', 'adult', 0, 'law_gap', '{rest_period}',
                       current_date, now(), ?
                from casework.holding h where h.case_id = ?::uuid and h.ended is null
                """,
                id,
                Place.PROGRAMME.id().value(),
                UUID.fromString(syd.ledger().parcel()),
                Personas.SYD_COORDINATOR.id().value(),
                syd.openCase());
        return id.toString();
    }

    private static String granted() {
        UUID id = UUID.randomUUID();
        UUID person = UUID.randomUUID();
        UUID office = Place.PROGRAMME.id().value();
        insert("insert into people.person (id, organisation, created_at) values (?, ?, now())", person, office);
        insert("""
                insert into programmes.nsp_grant (id, organisation, person_id, granted_on, age_group, exposure, components, rest_days,
                                                  integration_days, placement, home_region, eligibility_reason, referred_by, created_at,
                                                  changed_at)
                values (?, ?, ?, current_date, 'adult', 'direct', '{rest_period}', 30, 0, 'protected_housing', 'syd', 'law_gap', 'police',
                        now(), now())
                """, id, office, person);
        return id.toString();
    }

    private static String home() {
        UUID id = UUID.randomUUID();
        insert("""
                insert into support.home (id, organisation, number, region, takes, operator, made_at)
                select ?, ?, coalesce(max(number), 0) + 1, 'syd', '{women}', ?, now() from support.home
                """, id, Place.PROGRAMME.id().value(), Place.NGO.id().value());
        return id.toString();
    }

    private static void insert(String sql, Object... values) {
        TestInstallation.owner().sql(sql).params(values).update();
    }
}
