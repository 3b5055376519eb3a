package se.ledfyr.routes;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import se.ledfyr.access.Right;
import se.ledfyr.personas.Personas;
import se.ledfyr.personas.Personas.Place;
import se.ledfyr.surveys.TestContacts;

/// The yearly contacts: there for members of the platform, each its own, and what they sent for the platform.
final class SurveyRoutes {

    private static final Set<Place> MEMBERS = Set.of(Place.NGO, Place.SHELTER);
    private static final String YEAR = "2025";

    /// Who may read the yearly report before it is published.
    private static final Set<Right> READERS = Set.of(Right.COMPILE_CONTACTS, Right.READ_NATIONAL_FACTS);

    private SurveyRoutes() {}

    static List<Route> all() {
        String contact = "/contacts/" + TestContacts.add(Place.NGO, 2025, false, "Väg");
        Set<Place> own = Set.of(Place.NGO);
        return List.of(
                route("GET /contacts", "/contacts", MEMBERS, Right.READ_FACTS),
                route("GET /contacts/new", "/contacts/new", MEMBERS, Right.WORK_WITH_PEOPLE),
                route(
                        "POST /contacts/new",
                        "/contacts/new",
                        MEMBERS,
                        Right.WORK_WITH_PEOPLE,
                        "form",
                        "adult",
                        "sex",
                        "x"),
                route(
                        "POST /contacts/carry-over",
                        "/contacts/carry-over",
                        MEMBERS,
                        Right.WORK_WITH_PEOPLE,
                        "year",
                        YEAR),
                route("GET /contacts/{id}", contact, own, Right.WORK_WITH_PEOPLE),
                route("POST /contacts/{id}", contact, own, Right.WORK_WITH_PEOPLE, "version", "99"),
                route("POST /contacts/{id}/strike", contact + "/strike", own, Right.WORK_WITH_PEOPLE, "version", "99"),
                route(
                        "POST /contacts/{id}/restore",
                        contact + "/restore",
                        own,
                        Right.WORK_WITH_PEOPLE,
                        "version",
                        "99"),
                route("GET /contacts/notes", "/contacts/notes", MEMBERS, Right.WORK_WITH_PEOPLE),
                route("POST /contacts/notes", "/contacts/notes", MEMBERS, Right.WORK_WITH_PEOPLE, "year", YEAR),
                new Route(
                        "POST /contacts/notes/{id}/strike",
                        "/contacts/notes/" + UUID.randomUUID() + "/strike",
                        Set.of(),
                        false,
                        Map.of("version", "1")),
                Route.forRights("GET /contacts/compilation", Set.of(Right.COMPILE_CONTACTS)),
                Route.forRights("GET /contacts/compilation/rows", Set.of(Right.COMPILE_CONTACTS)),
                Route.forRights("POST /contacts/compilation/reminders", Set.of(Right.COMPILE_CONTACTS), "year", YEAR),
                Route.forRights("GET /contacts/compilation/members", Set.of(Right.COMPILE_CONTACTS)),
                Route.forRights(
                        "POST /contacts/compilation/members", Set.of(Right.COMPILE_CONTACTS), "organisation", "none"),
                // Whoever is no member has no membership to end, for the platform neither.
                new Route(
                        "POST /contacts/compilation/members/{organisation}/end",
                        "/contacts/compilation/members/" + UUID.randomUUID() + "/end",
                        Set.of(),
                        false,
                        Map.of("last", "2026-01-01")),
                Route.forRights("GET /reports/contacts", READERS),
                // Nothing is that large in these contacts, so that no version leaves it out.
                Route.none(
                        "GET /reports/contacts/beside/{exhibit}",
                        "/reports/contacts/beside/form?year=2025&without=unknown"),
                Route.forRights("GET /reports/contacts/texts/{slot}", Set.of(Right.COMPILE_CONTACTS), "year", YEAR)
                        .at("/reports/contacts/texts/overview-lead"),
                Route.forRights(
                                "POST /reports/contacts/texts/{slot}",
                                Set.of(Right.COMPILE_CONTACTS),
                                "year",
                                YEAR,
                                "version",
                                "99",
                                "sv",
                                "Prov",
                                "en",
                                "Test")
                        .at("/reports/contacts/texts/overview-lead"),
                Route.forRights("GET /reports/contacts/texts/{slot}/history", READERS, "year", YEAR)
                        .at("/reports/contacts/texts/overview-lead/history"),
                Route.forRights(
                                "POST /reports/contacts/texts/{slot}/return",
                                Set.of(Right.COMPILE_CONTACTS),
                                "year",
                                YEAR,
                                "version",
                                "99",
                                "to",
                                "0")
                        .at("/reports/contacts/texts/overview-lead/return"),
                // A year without questionnaires is not there to close, for the platform neither.
                new Route(
                        "POST /contacts/compilation/closing",
                        "/contacts/compilation/closing",
                        Set.of(),
                        false,
                        Map.of("year", "2001")));
    }

    private static Route route(String name, String path, Set<Place> places, Right right, String... fields) {
        Set<Personas> answered = Arrays.stream(Personas.values())
                .filter(persona ->
                        places.contains(persona.place()) && persona.acting().may(right))
                .collect(Collectors.toSet());
        Map<String, String> sent = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            sent.put(fields[i], fields[i + 1]);
        }
        return new Route(name, path, answered, false, sent);
    }
}
