package se.ledfyr.routes;

import static se.ledfyr.access.Right.ADMINISTER_MEMBERS;
import static se.ledfyr.access.Right.ADMINISTER_ORGANISATIONS;
import static se.ledfyr.access.Right.FOLLOW_RETURNS;
import static se.ledfyr.access.Right.OPEN_RETURNS;
import static se.ledfyr.access.Right.READ_AUDIT;
import static se.ledfyr.access.Right.READ_FACTS;
import static se.ledfyr.access.Right.READ_NATIONAL_AUDIT;
import static se.ledfyr.access.Right.READ_NATIONAL_FACTS;
import static se.ledfyr.access.Right.SEAL_CASES;
import static se.ledfyr.access.Right.WORK_WITH_PEOPLE;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import se.ledfyr.access.Right;

/// The matrix itself: one line for every route, with who gets an answer. `*` in a field is new with
/// every request.
final class Routes {

    private static final Set<Right> PEOPLE = Set.of(WORK_WITH_PEOPLE);
    private static final Set<Right> FACTS = Set.of(READ_FACTS, READ_NATIONAL_FACTS);
    private static final Set<Right> COUNTRY = Set.of(READ_NATIONAL_FACTS);
    private static final Set<Right> EXPORT = Set.of(READ_FACTS);

    private Routes() {}

    /// @param upload a file of the office Syd that waits for a yes
    static List<Route> all(ThingsOfSyd syd, String upload) {
        return Stream.of(
                        door(),
                        account(),
                        deadlines(),
                        administration(syd),
                        casework(syd),
                        cases(syd),
                        consents(syd),
                        withoutNames(syd),
                        handovers(syd),
                        SupportOfSyd.routes(syd),
                        needs(syd),
                        permits(syd),
                        returns(syd),
                        justice(syd),
                        plans(syd),
                        events(syd),
                        files(upload),
                        statistics(),
                        emergency(syd),
                        audit(),
                        MoneyRoutes.all(),
                        SurveyRoutes.all())
                .flatMap(List::stream)
                .toList();
    }

    /// Everything about somebody's case, for whoever wants to ask for things of another office than Syd.
    static List<Route> aboutPeople(ThingsOfSyd things) {
        return Stream.of(
                        casework(things),
                        cases(things),
                        consents(things),
                        handovers(things),
                        needs(things),
                        plans(things),
                        SupportOfSyd.ofApplicant(things),
                        permits(things),
                        returns(things),
                        justice(things),
                        emergency(things))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Route> door() {
        return List.of(
                Route.open("GET /sign-in", "/sign-in"),
                Route.open(
                        "POST /sign-in", "/sign-in", "login", "nobody-*@example.org", "password", "not the right one"),
                Route.open("GET /health", "/health"),
                Route.open("POST /language", "/language", "language", "en"),
                new Route("GET /setup/{secret}", "/setup/guessed", Set.of(), true, java.util.Map.of()),
                new Route("POST /setup/{secret}", "/setup/guessed", Set.of(), true, java.util.Map.of()),
                new Route("GET /invitation/{secret}", "/invitation/guessed", Set.of(), true, java.util.Map.of()),
                new Route("POST /invitation/{secret}", "/invitation/guessed", Set.of(), true, java.util.Map.of()),
                new Route("GET /error", "/error", Set.of(), false, java.util.Map.of()));
    }

    private static List<Route> account() {
        return List.of(
                Route.inside("GET /"),
                Route.inside("GET /account"),
                Route.inside("POST /account/password", "current", "wrong", "password", "short", "again", "short"),
                new Route(
                        "POST /account/sessions/end",
                        "/account/sessions/end",
                        Set.of(),
                        false,
                        java.util.Map.of("session", "somebody-elses")),
                Route.inside("POST /sign-out"));
    }

    private static List<Route> deadlines() {
        return List.of(
                Route.forRights("GET /deadlines", PEOPLE),
                Route.inside("GET /deadlines/rules"),
                Route.forRights("GET /deadlines/calendar", PEOPLE),
                Route.forRights("POST /deadlines/calendar", PEOPLE),
                Route.forRights("POST /deadlines/calendar/closing", PEOPLE),
                new Route("GET /calendar/{secret}", "/calendar/guessed", Set.of(), true, java.util.Map.of()));
    }

    private static List<Route> administration(ThingsOfSyd syd) {
        Right members = ADMINISTER_MEMBERS;
        return List.of(
                Route.forRights("GET /members", Set.of(members)),
                Route.forRights(
                        "POST /members",
                        Set.of(members),
                        "name",
                        "Ny Någon",
                        "login",
                        "*@example.org",
                        "roles",
                        "AUDITOR"),
                Route.about("POST /members/{id}/roles", syd.member(), members, "roles", "CASEWORKER"),
                Route.about("POST /members/{id}/shut-out", syd.member(), members),
                Route.about("POST /members/{id}/let-in", syd.member(), members),
                Route.about("POST /members/{id}/invitation", syd.member(), members),
                Route.forRights("GET /organisations", Set.of(ADMINISTER_ORGANISATIONS)),
                Route.forRights(
                        "POST /organisations",
                        Set.of(ADMINISTER_ORGANISATIONS),
                        "title",
                        "Förening *",
                        "kind",
                        "NGO",
                        "name",
                        "Första Någon",
                        "login",
                        "*@example.org"));
    }

    private static List<Route> casework(ThingsOfSyd syd) {
        String id = syd.registration();
        return List.of(
                Route.forRights("GET /registrations", FACTS),
                Route.forRights("POST /registrations/search", PEOPLE, "q", "någon"),
                Route.forRights("GET /registrations/new", PEOPLE),
                Route.forRights("POST /registrations/new", PEOPLE, "sex", "female"),
                Route.about("GET /registrations/{id}", id, WORK_WITH_PEOPLE),
                Route.about("POST /registrations/{id}/reveal", id, WORK_WITH_PEOPLE, "reason", "a reason"),
                Route.about(
                        "POST /registrations/{id}/removal", id, WORK_WITH_PEOPLE, "version", "99", "why", "a reason"),
                Route.about(
                        "POST /registrations/{id}/restoration",
                        id,
                        WORK_WITH_PEOPLE,
                        "version",
                        "99",
                        "why",
                        "a reason"),
                Route.about("GET /registrations/{id}/correction", id, WORK_WITH_PEOPLE),
                Route.about(
                        "POST /registrations/{id}/correction", id, WORK_WITH_PEOPLE, "version", "1", "why", "a reason"),
                Route.about("GET /registrations/{id}/identity", id, WORK_WITH_PEOPLE),
                Route.about("POST /registrations/{id}/identity", id, WORK_WITH_PEOPLE, "why", "a reason"));
    }

    private static List<Route> handovers(ThingsOfSyd syd) {
        String id = syd.offer();
        String open = syd.openCase();
        return List.of(
                Route.forRights("GET /handovers", PEOPLE),
                Route.about("GET /handovers/new", "", WORK_WITH_PEOPLE).at("/handovers/new?case=" + open),
                Route.about("POST /handovers/new", "", WORK_WITH_PEOPLE, "case", open),
                Route.about("GET /handovers/together/new", "", WORK_WITH_PEOPLE)
                        .at("/handovers/together/new?case=" + open),
                Route.about("POST /handovers/together/new", "", WORK_WITH_PEOPLE, "case", open),
                Route.about("GET /handovers/together/of/{id}", id, WORK_WITH_PEOPLE),
                Route.about("GET /handovers/together/{batch}", syd.batch(), WORK_WITH_PEOPLE),
                Route.about("POST /handovers/together/{batch}", syd.batch(), WORK_WITH_PEOPLE),
                Route.forRights("GET /handovers/receivers/new", PEOPLE),
                Route.forRights("POST /handovers/receivers/new", PEOPLE, "name", "x"),
                Route.about("GET /handovers/{id}", id, WORK_WITH_PEOPLE),
                Route.none("POST /handovers/{id}/acceptance", "/handovers/" + id + "/acceptance"),
                Route.about("POST /handovers/{id}/decline", id, WORK_WITH_PEOPLE),
                Route.about("POST /handovers/{id}/question", id, WORK_WITH_PEOPLE, "question", ""),
                Route.about("POST /handovers/{id}/questions/{question}/reply", id, WORK_WITH_PEOPLE, "reply", ""),
                Route.about("POST /handovers/{id}/withdrawal", id, WORK_WITH_PEOPLE, "why", ""),
                Route.about("POST /handovers/{id}/letting-go", id, WORK_WITH_PEOPLE, "why", ""),
                Route.about("POST /handovers/{id}/further", id, WORK_WITH_PEOPLE, "why", ""),
                Route.none("GET /handovers/{id}/afterwards", "/handovers/" + id + "/afterwards"),
                Route.none("POST /handovers/{id}/afterwards", "/handovers/" + id + "/afterwards"),
                Route.none(
                        "POST /handovers/{id}/afterwards/{parcel}/adoption",
                        "/handovers/" + id + "/afterwards/" + id + "/adoption"),
                Route.none("POST /handovers/{id}/taking-over", "/handovers/" + id + "/taking-over"),
                Route.about("POST /handovers/{id}/naming-another", id, WORK_WITH_PEOPLE, "other", "", "why", ""),
                Route.about("POST /handovers/{id}/giving-back", id, WORK_WITH_PEOPLE, "why", ""),
                Route.none("POST /handovers/{id}/link", "/handovers/" + id + "/link"),
                Route.open("GET /offer", "/offer"),
                Route.open("GET /offer/{secret}", "/offer/guessed"),
                Route.open("POST /offer/{secret}", "/offer/guessed", "code", "1234 5678"),
                new Route("POST /offer/answer/yes", "/offer/answer/yes", Set.of(), true, java.util.Map.of()),
                new Route("POST /offer/answer/no", "/offer/answer/no", Set.of(), true, java.util.Map.of()),
                new Route(
                        "POST /offer/answer/question",
                        "/offer/answer/question",
                        Set.of(),
                        true,
                        java.util.Map.of("question", "?")),
                Route.forRights("GET /chairs", Set.of(Right.SEE_CHAIRS)),
                Route.forRights("GET /observations", Set.of(Right.READ_OBSERVATIONS)),
                Route.forRights("GET /observations/csv", Set.of(Right.READ_OBSERVATIONS)));
    }

    private static List<Route> returns(ThingsOfSyd syd) {
        String id = syd.returns().open();
        String ended = "/returns/" + syd.returns().ended();
        String group = syd.returns().group();
        return List.of(
                Route.forRights("GET /returns", Set.of(FOLLOW_RETURNS)),
                Route.about("GET /returns/new", "", OPEN_RETURNS).at("/returns/new?registration=" + syd.registration()),
                Route.about("POST /returns/new", "", OPEN_RETURNS, "registration", syd.registration()),
                Route.about("GET /returns/{id}", id, FOLLOW_RETURNS),
                Route.about("POST /returns/{id}/decision", id, FOLLOW_RETURNS),
                Route.none("POST /returns/{id}/withdrawal", ended + "/withdrawal"),
                Route.about("POST /returns/{id}/companions", id, OPEN_RETURNS),
                Route.about("POST /returns/{id}/funding", id, FOLLOW_RETURNS),
                Route.about("POST /returns/{id}/ending", id, FOLLOW_RETURNS),
                Route.about("POST /returns/{id}/journey", id, FOLLOW_RETURNS, "do", "plan"),
                Route.about("POST /returns/{id}/exit", id, FOLLOW_RETURNS),
                Route.about("POST /returns/{id}/measures", id, FOLLOW_RETURNS),
                Route.about("POST /returns/{id}/escorts", id, FOLLOW_RETURNS),
                Route.about("POST /returns/{id}/follow-ups", id, FOLLOW_RETURNS, "follow_up", "*"),
                Route.about("POST /returns/{id}/costs", id, FOLLOW_RETURNS),
                Route.none("POST /returns/{id}/removal", ended + "/removal"),
                Route.forRights("GET /returns/groups/new", Set.of(OPEN_RETURNS)),
                Route.about("POST /returns/groups/new", "", OPEN_RETURNS, "event", syd.event()),
                Route.about("GET /returns/groups/{id}", group, FOLLOW_RETURNS),
                Route.about("POST /returns/groups/{id}", group, FOLLOW_RETURNS),
                Route.about("POST /returns/groups/{id}/costs", group, FOLLOW_RETURNS),
                Route.none("POST /returns/groups/{id}/costs/removal", "/returns/groups/" + group + "/costs/removal"));
    }

    private static List<Route> cases(ThingsOfSyd syd) {
        String id = syd.openCase();
        return List.of(
                Route.forRights("GET /cases", PEOPLE),
                Route.about("GET /cases/{id}", id, WORK_WITH_PEOPLE),
                Route.about("POST /cases/{id}/reveal", id, WORK_WITH_PEOPLE, "reason", "a reason"),
                Route.about("POST /cases/{id}/holder", id, WORK_WITH_PEOPLE, "to", "duty"),
                Route.about("GET /cases/{id}/closing", id, WORK_WITH_PEOPLE),
                Route.about("POST /cases/{id}/closing", id, WORK_WITH_PEOPLE),
                Route.about("POST /cases/{id}/reopening", id, WORK_WITH_PEOPLE),
                Route.about("GET /cases/{id}/times", id, WORK_WITH_PEOPLE),
                Route.about("POST /cases/{id}/times", id, WORK_WITH_PEOPLE, "rule", "follow_up"),
                new Route(
                        "POST /cases/{id}/times/{time}/done",
                        "/cases/" + id + "/times/" + java.util.UUID.randomUUID() + "/done",
                        Set.of(),
                        false,
                        java.util.Map.of()),
                Route.about("POST /cases/{id}/links", id, WORK_WITH_PEOPLE, "reference", "2222-2222"),
                Route.about("POST /cases/{id}/links/{other}/removal", id, WORK_WITH_PEOPLE),
                Route.about("POST /registrations/{id}/case", syd.registration(), WORK_WITH_PEOPLE),
                Route.about("POST /events/{id}/cases", syd.event(), WORK_WITH_PEOPLE));
    }

    private static List<Route> consents(ThingsOfSyd syd) {
        String id = syd.openCase();
        return List.of(
                Route.about("GET /cases/{id}/consents/new", id, WORK_WITH_PEOPLE),
                Route.about("POST /cases/{id}/consents/new", id, WORK_WITH_PEOPLE, "purpose", "support"),
                Route.about("GET /consents/{id}", syd.ledger().consent(), WORK_WITH_PEOPLE),
                Route.about("POST /consents/{id}/withdrawal", syd.ledger().consent(), WORK_WITH_PEOPLE),
                Route.about("POST /cases/{id}/shares/{parcel}/stop", id, WORK_WITH_PEOPLE)
                        .at("/cases/" + id + "/shares/" + syd.ledger().parcel() + "/stop"));
    }

    private static List<Route> withoutNames(ThingsOfSyd syd) {
        return List.of(
                Route.forRights("GET /consultations", PEOPLE),
                Route.forRights("GET /consultations/new", PEOPLE),
                Route.forRights("POST /consultations/new", PEOPLE, "region", "syd"),
                Route.about(
                        "POST /consultations/{id}/removal",
                        syd.ledger().consultation(),
                        WORK_WITH_PEOPLE,
                        "why",
                        "a reason"),
                Route.forRights("GET /consultations/declined", PEOPLE),
                Route.forRights("GET /consultations/declined/new", PEOPLE),
                Route.forRights("POST /consultations/declined/new", PEOPLE, "region", "syd"),
                Route.about(
                        "POST /consultations/declined/{id}/removal",
                        syd.ledger().notice(),
                        WORK_WITH_PEOPLE,
                        "why",
                        "a reason"));
    }

    private static List<Route> needs(ThingsOfSyd syd) {
        NeedsOfSyd of = NeedsOfSyd.make(syd);
        String caseId = syd.openCase();
        return List.of(
                Route.forRights("GET /needs", PEOPLE),
                Route.about("GET /cases/{id}/needs/new", caseId, WORK_WITH_PEOPLE),
                Route.about("POST /cases/{id}/needs/new", caseId, WORK_WITH_PEOPLE),
                Route.about("GET /needs/{id}", of.need(), WORK_WITH_PEOPLE),
                Route.about("POST /needs/{id}/measures", of.need(), WORK_WITH_PEOPLE),
                Route.about("POST /needs/{id}/measures/{measure}", of.need(), WORK_WITH_PEOPLE),
                Route.about("POST /needs/{id}/unmet", of.need(), WORK_WITH_PEOPLE),
                Route.about("POST /needs/{id}/due", of.need(), WORK_WITH_PEOPLE, "due_on", "2099-12-31"),
                Route.about("POST /needs/{id}/reopening", of.need(), WORK_WITH_PEOPLE),
                Route.about("POST /needs/{id}/strike", of.need(), WORK_WITH_PEOPLE),
                Route.about("POST /needs/{id}/met", of.need(), WORK_WITH_PEOPLE),
                Route.about(
                        "POST /cases/{id}/children/answers",
                        caseId,
                        WORK_WITH_PEOPLE,
                        "place",
                        "accompanying",
                        "answer",
                        "no"),
                Route.about("GET /cases/{id}/children/new", caseId, WORK_WITH_PEOPLE),
                Route.about("POST /cases/{id}/children/new", caseId, WORK_WITH_PEOPLE),
                Route.about(
                        "POST /cases/{id}/contacts",
                        caseId,
                        WORK_WITH_PEOPLE,
                        "authority",
                        "barnahus",
                        "result",
                        "reported"),
                Route.about("GET /children/{id}", of.child(), WORK_WITH_PEOPLE),
                Route.about("POST /children/{id}", of.child(), WORK_WITH_PEOPLE),
                Route.about("POST /children/{id}/strike", of.child(), WORK_WITH_PEOPLE),
                Route.about("POST /children/{id}/case", of.otherChild(), WORK_WITH_PEOPLE));
    }

    private static List<Route> permits(ThingsOfSyd syd) {
        PermitsOfSyd of = PermitsOfSyd.make(syd);
        String caseId = syd.openCase();
        String one = of.application();
        String permit = "/cases/" + caseId + "/permits/" + of.permit();
        return List.of(
                Route.forRights("GET /permits", PEOPLE),
                Route.forRights("GET /permits/filed", PEOPLE),
                Route.none("POST /permits/filed/{id}", "/permits/filed/" + java.util.UUID.randomUUID()),
                Route.none("POST /cases/{id}/permits/joining", "/cases/" + caseId + "/permits/joining"),
                Route.about("GET /permits/{id}", one, WORK_WITH_PEOPLE),
                Route.about("POST /permits/{id}/decision", one, WORK_WITH_PEOPLE),
                Route.about("POST /permits/{id}/extension", one, WORK_WITH_PEOPLE),
                Route.about("POST /permits/{id}/revocation", one, WORK_WITH_PEOPLE),
                Route.about("POST /permits/{id}/answer", one, WORK_WITH_PEOPLE),
                Route.about("POST /permits/{id}/strike", one, WORK_WITH_PEOPLE),
                Route.about("GET /cases/{id}/permits/check", caseId, WORK_WITH_PEOPLE),
                Route.about("POST /cases/{id}/permits/check", caseId, WORK_WITH_PEOPLE),
                Route.about("GET /cases/{id}/permits/application", caseId, WORK_WITH_PEOPLE),
                Route.about("POST /cases/{id}/permits/application", caseId, WORK_WITH_PEOPLE),
                Route.about("GET /cases/{id}/permits/cause", caseId, WORK_WITH_PEOPLE),
                Route.about("POST /cases/{id}/permits/cause", caseId, WORK_WITH_PEOPLE),
                Route.about("GET /cases/{id}/permits/new", caseId, WORK_WITH_PEOPLE),
                Route.about("POST /cases/{id}/permits/new", caseId, WORK_WITH_PEOPLE),
                Route.about("GET /cases/{id}/permits/{permit}", caseId, WORK_WITH_PEOPLE)
                        .at(permit),
                Route.about("POST /cases/{id}/permits/{permit}", caseId, WORK_WITH_PEOPLE)
                        .at(permit),
                Route.none(
                        "POST /cases/{id}/permits/{permit}/strike",
                        "/cases/" + caseId + "/permits/" + java.util.UUID.randomUUID() + "/strike"));
    }

    private static List<Route> justice(ThingsOfSyd syd) {
        JusticeOfSyd of = JusticeOfSyd.make(syd);
        String id = syd.openCase();
        String here = "/cases/" + id + "/justice";
        String report = here + "/reports/" + of.report();
        String claim = here + "/claims/" + of.claim();
        return List.of(
                Route.forRights("GET /justice", PEOPLE),
                Route.about("GET /cases/{id}/justice", id, WORK_WITH_PEOPLE),
                Route.about("POST /cases/{id}/justice/without-report", id, WORK_WITH_PEOPLE),
                Route.none("POST /cases/{id}/justice/without-report/back", here + "/without-report/back"),
                Route.about("POST /cases/{id}/justice/rights", id, WORK_WITH_PEOPLE),
                Route.about("POST /cases/{id}/justice/counsel", id, WORK_WITH_PEOPLE),
                of("POST /cases/{id}/justice/counsel/{counsel}", here + "/counsel/" + of.counsel()),
                Route.about("POST /cases/{id}/justice/compensation", id, WORK_WITH_PEOPLE),
                of("POST /cases/{id}/justice/compensation/{compensation}", here + "/compensation/" + of.compensation()),
                Route.about("GET /cases/{id}/justice/reports/new", id, WORK_WITH_PEOPLE),
                Route.about("POST /cases/{id}/justice/reports/new", id, WORK_WITH_PEOPLE),
                of("GET /cases/{id}/justice/reports/{report}", report),
                of("POST /cases/{id}/justice/reports/{report}/status", report + "/status"),
                of("POST /cases/{id}/justice/reports/{report}/back", report + "/back"),
                of("POST /cases/{id}/justice/reports/{report}/name", report + "/name"),
                of("POST /cases/{id}/justice/reports/{report}/strike", report + "/strike"),
                Route.about("GET /cases/{id}/justice/claims/new", id, WORK_WITH_PEOPLE),
                Route.about("POST /cases/{id}/justice/claims/new", id, WORK_WITH_PEOPLE),
                of("GET /cases/{id}/justice/claims/{claim}", claim),
                of("GET /cases/{id}/justice/claims/{claim}/statement", claim + "/statement"),
                of("POST /cases/{id}/justice/claims/{claim}/{part}", claim + "/work"),
                Route.none(
                        "POST /cases/{id}/justice/claims/{claim}/lines/{line}/strike",
                        claim + "/lines/" + java.util.UUID.randomUUID() + "/strike"),
                of("POST /cases/{id}/justice/claims/{claim}/state/{state}", claim + "/state/SENT"),
                Route.about("GET /events/{id}/wage-claims", syd.event(), WORK_WITH_PEOPLE),
                Route.about("POST /events/{id}/wage-claims", syd.event(), WORK_WITH_PEOPLE));
    }

    private static Route of(String name, String path) {
        return Route.about(name, "", WORK_WITH_PEOPLE).at(path);
    }

    private static List<Route> plans(ThingsOfSyd syd) {
        String id = syd.openCase();
        return List.of(
                Route.forRights("GET /manual", PEOPLE),
                Route.about("GET /cases/{id}/plan", id, WORK_WITH_PEOPLE),
                Route.about(
                        "POST /cases/{id}/plan/marks", id, WORK_WITH_PEOPLE, "action", "talk-alone", "mark", "DONE"),
                Route.about("POST /cases/{id}/plan/edition", id, WORK_WITH_PEOPLE, "edition", "manual-2016"),
                Route.about("GET /cases/{id}/tasks/new", id, WORK_WITH_PEOPLE),
                Route.about("POST /cases/{id}/tasks/new", id, WORK_WITH_PEOPLE),
                Route.about("POST /tasks/{id}/end", NeedsOfSyd.task(syd), WORK_WITH_PEOPLE, "result", "DONE"));
    }

    private static List<Route> events(ThingsOfSyd syd) {
        String id = syd.event();
        return List.of(
                Route.forRights("GET /events", PEOPLE),
                Route.forRights("GET /events/new", PEOPLE),
                Route.forRights("POST /events/new", PEOPLE, "region", "syd"),
                Route.about("GET /events/{id}", id, WORK_WITH_PEOPLE),
                Route.about("GET /events/{id}/change", id, WORK_WITH_PEOPLE),
                Route.about("POST /events/{id}/change", id, WORK_WITH_PEOPLE, "region", "syd"),
                Route.about("GET /events/{id}/people", id, WORK_WITH_PEOPLE),
                Route.about("POST /events/{id}/people", id, WORK_WITH_PEOPLE),
                Route.about("GET /events/{id}/next", id, WORK_WITH_PEOPLE),
                Route.about("POST /events/{id}/next", id, WORK_WITH_PEOPLE));
    }

    private static List<Route> files(String upload) {
        return List.of(
                Route.forRights("GET /import", PEOPLE),
                Route.forRights("POST /import", PEOPLE),
                Route.forRights("GET /import/template.csv", PEOPLE),
                Route.forRights("GET /import/template.xlsx", PEOPLE),
                upload("GET /import/{name}", upload),
                upload("GET /import/{name}/faults.csv", upload),
                upload("POST /import/{name}/yes", upload),
                Route.forRights("GET /export", EXPORT),
                Route.forRights("GET /export/registrations", EXPORT),
                Route.forRights("GET /export/registrations.csv", EXPORT),
                Route.forRights("GET /export/registrations.xlsx", EXPORT));
    }

    private static List<Route> emergency(ThingsOfSyd syd) {
        String id = syd.registration();
        Set<Right> told = Set.of(SEAL_CASES, READ_AUDIT, ADMINISTER_MEMBERS);
        Set<Right> judges = Set.of(READ_AUDIT, READ_NATIONAL_AUDIT);
        return List.of(
                Route.forRights("GET /emergency", PEOPLE),
                Route.forRights("POST /emergency", PEOPLE, "words", "Någon"),
                Route.forRights("GET /emergency/sealed", PEOPLE),
                Route.forRights("GET /emergency/told", told),
                Route.forRights("GET /emergency/reviews", judges),
                new Route(
                        "GET /emergency/reviews/{id}", "/emergency/reviews/" + id, Set.of(), false, java.util.Map.of()),
                new Route(
                        "POST /emergency/reviews/{id}",
                        "/emergency/reviews/" + id,
                        Set.of(),
                        false,
                        java.util.Map.of("verdict", "JUSTIFIED", "why", "a reason")),
                Route.about("GET /registrations/{id}/seal", id, SEAL_CASES),
                // Without anybody named: nothing is sealed, so that this changes nothing for other tests.
                Route.about("POST /registrations/{id}/seal", id, SEAL_CASES, "why", "a reason"),
                new Route(
                        "POST /registrations/{id}/seal/lifting",
                        "/registrations/" + id + "/seal/lifting",
                        Set.of(),
                        false,
                        java.util.Map.of("why", "a reason")),
                // By the person, for whom no registration is kept: SealInProgrammesTests has somebody like that.
                new Route("GET /people/{id}/seal", "/people/" + id + "/seal", Set.of(), false, java.util.Map.of()),
                new Route(
                        "POST /people/{id}/seal",
                        "/people/" + id + "/seal",
                        Set.of(),
                        false,
                        java.util.Map.of("why", "a reason")),
                new Route(
                        "POST /people/{id}/seal/lifting",
                        "/people/" + id + "/seal/lifting",
                        Set.of(),
                        false,
                        java.util.Map.of("why", "a reason")));
    }

    /// A file waits for whoever sent it, and for no colleague of theirs.
    private static Route upload(String name, String upload) {
        return new Route(
                name,
                name.substring(name.indexOf(' ') + 1).replace("{name}", upload),
                Set.of(se.ledfyr.personas.Personas.SYD_COORDINATOR),
                false,
                java.util.Map.of());
    }

    private static List<Route> statistics() {
        return List.of(
                Route.forRights("GET /statistics", FACTS),
                Route.forRights("GET /statistics/printed", FACTS),
                Route.forRights("POST /statistics/printed", FACTS, "claims", "A ; 1 ; = 1"),
                Route.forRights("GET /statistics/{id}", FACTS).at("/statistics/rk_totals"),
                Route.forRights("GET /statistics/{id}/csv", FACTS).at("/statistics/rk_totals/csv"),
                Route.forRights("GET /statistics/years", COUNTRY),
                Route.forRights("GET /statistics/years/{year}", COUNTRY)
                        .at("/statistics/years/" + ThingsOfSyd.CLOSED_YEAR),
                Route.forRights("GET /statistics/years/{year}/closing", COUNTRY)
                        .at("/statistics/years/" + ThingsOfSyd.OLD_YEAR + "/closing"),
                // A year that is not over cannot be closed, so that this changes nothing for other tests.
                Route.forRights("POST /statistics/years/{year}/closing", COUNTRY)
                        .at("/statistics/years/" + java.time.Year.now() + "/closing"));
    }

    private static List<Route> audit() {
        return List.of(Route.forRights("GET /audit", Set.of(READ_AUDIT, READ_NATIONAL_AUDIT)));
    }
}
