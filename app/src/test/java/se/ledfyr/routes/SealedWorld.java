package se.ledfyr.routes;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.CaseLinks;
import se.ledfyr.casework.CaseTimes;
import se.ledfyr.casework.Cases;
import se.ledfyr.casework.Circumstances;
import se.ledfyr.casework.Event;
import se.ledfyr.casework.EventId;
import se.ledfyr.casework.Events;
import se.ledfyr.casework.Facts;
import se.ledfyr.casework.HolderInside;
import se.ledfyr.casework.LinkKind;
import se.ledfyr.casework.Registering;
import se.ledfyr.casework.RegistrationId;
import se.ledfyr.consent.Basis;
import se.ledfyr.emergency.Circle;
import se.ledfyr.emergency.SealedCases;
import se.ledfyr.handover.Along;
import se.ledfyr.handover.Answering;
import se.ledfyr.handover.NewOffer;
import se.ledfyr.handover.OfferId;
import se.ledfyr.handover.Offered;
import se.ledfyr.handover.Offering;
import se.ledfyr.handover.TestOffers;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.needs.ChildId;
import se.ledfyr.needs.ChildPlace;
import se.ledfyr.needs.Children;
import se.ledfyr.needs.NeedId;
import se.ledfyr.needs.Needs;
import se.ledfyr.needs.NewChild;
import se.ledfyr.needs.NewNeed;
import se.ledfyr.organisations.OrganisationKind;
import se.ledfyr.people.FieldGroup;
import se.ledfyr.people.Identifier;
import se.ledfyr.people.Identity;
import se.ledfyr.people.IdentityKind;
import se.ledfyr.people.NameFacts;
import se.ledfyr.people.PersonId;
import se.ledfyr.personas.Personas;

/// Two offices alike in all that everybody there may know. In one of them there is besides somebody with everything
/// that can hang on a person, and their case will be sealed.
@Component
class SealedWorld {

    static final String NUMBER = "19910301-2382";

    private static final LocalDate DAY = LocalDate.of(2025, 5, 5);
    private static final String CODE = "KRETS-2025";

    /// @param things what is sealed; in the other office identifiers of nothing
    /// @param beside the case of somebody else, which is there for everybody
    record Office(
            Circle circle,
            String name,
            ThingsOfSyd things,
            String need,
            CaseId beside,
            String event,
            String reference,
            String child,
            String group,
            String goingHome,
            List<String> programmes,
            Set<PersonId> persons) {

        /// What the log must not speak of.
        List<String> hidden() {
            List<String> hidden = new ArrayList<>(programmes);
            hidden.addAll(List.of(things.registration(), things.openCase(), need, things.offer(), child));
            return hidden;
        }

        String at(String path) {
            return path.replace("{event}", event)
                    .replace("{group}", group)
                    .replace("{return}", goingHome)
                    .replace("{beside}", beside.value().toString());
        }

        /// The same in one office whenever it is asked for.
        UUID id(String what) {
            return UUID.nameUUIDFromBytes((name + what).getBytes(StandardCharsets.UTF_8));
        }
    }

    private final Registering registering;
    private final Events events;
    private final Cases cases;
    private final CaseLinks links;
    private final CaseTimes times;
    private final Needs needs;
    private final Children children;
    private final Offering offering;
    private final Answering answering;
    private final SealedCases sealing;
    private final TestOffers offers;
    private final ProgrammesOfSealed programmes;

    SealedWorld(
            Registering registering,
            Events events,
            Cases cases,
            CaseLinks links,
            CaseTimes times,
            Needs needs,
            Children children,
            Offering offering,
            Answering answering,
            SealedCases sealing,
            TestOffers offers,
            ProgrammesOfSealed programmes) {
        this.registering = registering;
        this.events = events;
        this.cases = cases;
        this.links = links;
        this.times = times;
        this.needs = needs;
        this.children = children;
        this.offering = offering;
        this.answering = answering;
        this.sealing = sealing;
        this.offers = offers;
        this.programmes = programmes;
    }

    Office office(boolean withSomebody) {
        Circle circle = Circle.make(OrganisationKind.REGIONAL_COORDINATION);
        EventId event = EventId.random();
        String name = "Föreningen Krets " + circle.office().value().toString().substring(0, 8);
        return circle.insider().acting().get(() -> {
            events.add(new Event(
                    event, CODE, "nord", "2480", null, null, DAY, DAY, "cleaning", "police", new TreeSet<>()));
            RegistrationId known = registered(Identity.named("Bredvid Bredvidsson"), "SE");
            CaseId beside = cases.open(known);
            needs.add(beside, new NewNeed("escort", null, DAY, "police", false, null));
            if (withSomebody) {
                return somebody(circle, name, known, beside, event);
            }
            children.answer(beside, ChildPlace.ACCOMPANYING, "yes");
            String group = programmes.group(circle, event, List.of(known));
            LedgerOfSyd ledger = new LedgerOfSyd(some(), some(), some(), some());
            ThingsOfSyd nothing = new ThingsOfSyd(
                    some(), some(), some(), some(), some(), some(), ledger, new ReturnsOfSyd(some(), some(), some()));
            return new Office(
                    circle,
                    name,
                    nothing,
                    some(),
                    beside,
                    event.value().toString(),
                    "2222-2222",
                    some(),
                    group,
                    ProgrammesOfSealed.returnOf(circle, known),
                    List.of(),
                    Set.of());
        });
    }

    private Office somebody(Circle circle, String name, RegistrationId known, CaseId beside, EventId event) {
        RegistrationId registration = registered(
                new Identity(
                        "Sanna Sluten Kretsdotter",
                        List.of(),
                        List.of(new Identifier(IdentityKind.PERSONAL_NUMBER, NUMBER)),
                        List.of("070-174 06 05"),
                        null),
                "TH");
        CaseId file = cases.open(registration);
        PersonId person = cases.get(file).person();
        links.link(file, beside, LinkKind.COMPANION);
        times.start(file, "follow_up", LocalDate.now(java.time.ZoneOffset.UTC), null);
        NeedId need = needs.add(file, new NewNeed("safe_housing", null, DAY, "police", true, null));
        needs.add(file, new NewNeed("legal_advice", null, DAY, "police", false, DAY));
        OfferId offer = offering.offer(new NewOffer(
                new Offered.OneNeed(need), Personas.NGO_CASEWORKER.place().id(), "Behöver skydd i natt", null, null));
        UUID batch = UUID.randomUUID();
        // As if it had been made together with others: afterwards no offer changes that.
        owner("""
                do $$ begin
                perform set_config('session_replication_role', 'replica', true);
                update handover.offer set batch = '%s' where id = '%s';
                end $$
                """.formatted(batch, offer.value()));
        ChildId child = children.add(beside, new NewChild(ChildPlace.ACCOMPANYING, 4, "female"));
        CaseId own = children.openCase(child);
        grants(circle, name, registration, person);
        RegistrationId together = registered(Identity.named("Gro Gruppsdotter"), "TH");
        RegistrationId alone = registered(Identity.named("Grim Ensamsson"), "TH");
        String group = programmes.group(circle, event, List.of(known, together));
        ProgrammesOfSealed.Made made = programmes.add(circle, registration, file, event, alone);
        PersonId taken = takenOver(circle);
        LedgerOfSyd ledger = LedgerOfSyd.make(circle.office().value(), person.value());
        // Advice and noes are about nobody, so that nobody can seal them.
        owner("delete from consent.consultation where id = ?::uuid", ledger.consultation());
        owner("delete from consent.notice where id = ?::uuid", ledger.notice());
        ThingsOfSyd things = new ThingsOfSyd(
                some(),
                registration.value().toString(),
                some(),
                file.value().toString(),
                offer.value().toString(),
                batch.toString(),
                ledger,
                made.returns());
        List<String> hidden = new ArrayList<>(made.hidden());
        hidden.add(ProgrammesOfSealed.returnOf(circle, together));
        return new Office(
                circle,
                name,
                things,
                need.value().toString(),
                beside,
                event.value().toString(),
                cases.get(file).reference(),
                child.value().toString(),
                group,
                ProgrammesOfSealed.returnOf(circle, known),
                hidden,
                Set.of(
                        person,
                        cases.get(own).person(),
                        taken,
                        cases.get(cases.open(together)).person(),
                        cases.get(cases.open(alone)).person()));
    }

    /// Somebody whose need the office took over, in its own file.
    private PersonId takenOver(Circle circle) {
        CaseId theirs = offers.caseOf(Personas.NORD_COORDINATOR, "Olga Överlämnad");
        OfferId offer = Personas.NORD_COORDINATOR
                .acting()
                .get(() -> offering.offer(new NewOffer(
                        new Offered.OneNeed(
                                needs.add(theirs, new NewNeed("psychological", null, DAY, "police", false, null))),
                        circle.office(),
                        "Sover inte",
                        null,
                        new Along(
                                "support",
                                Set.of(FieldGroup.IDENTITY, FieldGroup.BASICS),
                                new Basis.LawfulGround("vital_interest", "Påhittat skäl")))));
        return circle.insider()
                .acting()
                .get(() ->
                        answering.accept(offer, HolderInside.of(circle.insider().id())))
                .orElseThrow();
    }

    private static void grants(Circle circle, String name, RegistrationId registration, PersonId person) {
        owner(
                """
                insert into programmes.amp_grant (id, organisation, person_id, registration_id, granted_on, sex, age_group, role,
                    coordinator_region, created_at, changed_at)
                values (?, ?, ?, ?, '2025-06-01', 'female', 'adult', 'exploited', 'nord', now(), now())
                """,
                UUID.nameUUIDFromBytes((name + "grant").getBytes(StandardCharsets.UTF_8)),
                circle.office().value(),
                person.value(),
                registration.value());
        owner(
                """
                insert into permits.reflection_period (id, organisation, person_id, applicant, region, sex, applied_on, decided_on,
                    decision, start_on, end_on, created_at, changed_at)
                values (?, ?, ?, 'lead_investigator', 'nord', 'female', '2025-06-01', '2025-06-02', 'granted', '2025-06-02',
                    '2025-07-10', now(), now())
                """,
                UUID.nameUUIDFromBytes((name + "period").getBytes(StandardCharsets.UTF_8)),
                circle.office().value(),
                person.value());
    }

    void seal(Office office) {
        for (PersonId person : office.persons()) {
            office.circle()
                    .lead()
                    .acting()
                    .run(() -> sealing.seal(
                            person, Set.of(office.circle().insider().id()), "hot"));
        }
    }

    /// A file as a colleague might bring it, with identifiers of sealed rows or of nothing.
    String file(Office office, String kind, boolean named) {
        UUID registration = named ? UUID.fromString(office.things().registration()) : office.id("no registration");
        return switch (kind) {
            case "amp" ->
                AMP
                        + "%s,,2025-06-01,female,adult,accompanying_family_member,,TH,TH,,,,,nord\n"
                                .formatted(office.id("grant"));
            case "amp-link" ->
                AMP
                        + "%s,%s,2025-06-01,female,adult,exploited,labour,TH,TH,forestry,,,,nord\n"
                                .formatted(office.id("another grant"), registration);
            case "reflection" ->
                REFLECTION
                        + "%s,,lead_investigator,,nord,,female,2025-06-01,2025-06-02,granted,2025-06-02,2025-07-10\n"
                                .formatted(office.id("period"));
            case "reflection-link" ->
                REFLECTION
                        + "%s,%s,social_board,true,nord,2480,female,2025-06-01,2025-06-02,granted,2025-06-02,2025-07-10\n"
                                .formatted(office.id("another period"), registration);
            case "registration" ->
                REGISTRATION
                        + "%s,2025-05-05,nord,2480,female,adult,1990,TH,labour,cleaning,police,%s,,,0,false,false\n"
                                .formatted(registration, CODE);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static final String AMP =
            "grant_id,registration_id,granted_on,sex,age_group,role,forms,citizenship,return_country,sector,group_case,applied_on,departed_on,coordinator_region\n";
    private static final String REFLECTION =
            "case_id,registration_id,applicant,via_coordinator,region,municipality_code,sex,applied_on,decided_on,decision,start_on,end_on\n";
    private static final String REGISTRATION =
            "registration_id,registered_on,region,municipality_code,sex,age_group,birth_year,citizenship,forms,sector,referred_by,event_id,began,setting,children_accompanying,amp_requested,reflection_requested\n";

    /// How the sealed case, need, offer, consent and registration stand.
    String untouched(Office office) {
        return TestInstallation.owner()
                .sql("""
                        select c.state || ' ' || n.state || ' ' || o.state || ' ' || (s.withdrawn_at is null) || ' ' || r.version
                               || ' ' || (select count(*) from casework.holding h where h.case_id = c.id)
                        from casework.case_file c, needs.need n, handover.offer o, consent.consent s, casework.registration r
                        where c.id = ?::uuid and n.id = ?::uuid and o.id = ?::uuid and s.id = ?::uuid and r.id = ?::uuid
                        """)
                .params(
                        office.things().openCase(),
                        office.need(),
                        office.things().offer(),
                        office.things().ledger().consent(),
                        office.things().registration())
                .query(String.class)
                .single();
    }

    /// What kinds of entries about a thing somebody sees in the log. A list is left out: it is shown as if it were
    /// about those alone who are there.
    List<String> entries(Office office, Circle.One who, String thing) throws SQLException {
        return asked(
                office,
                who,
                "select action from audit.entry where action <> 'LISTED' and '%s'::uuid = any (subjects)"
                        .formatted(thing));
    }

    private static List<String> asked(Office office, Circle.One who, String question) throws SQLException {
        List<String> answers = new ArrayList<>();
        try (Connection connection = TestInstallation.applicationConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "select set_config('ledfyr.organisation', '%s', true), set_config('ledfyr.member', '%s', true)"
                            .formatted(
                                    office.circle().office().value(), who.id().value()));
            try (ResultSet rows = statement.executeQuery(question)) {
                while (rows.next()) {
                    answers.add(rows.getString(1));
                }
            }
        }
        return answers;
    }

    /// Details of entries about lists that say a number, as somebody reads them.
    List<String> countsInTheLog(Office office, Circle.One who) throws SQLException {
        return asked(office, who, """
                select coalesce(detail, '') || ' ' || subject_kind from audit.entry
                where action in ('LISTED', 'RETURN_OPENED') and subject_kind in ('PERSON', 'PERMIT', 'APPLICATION', 'RETURN_GROUP')
                  and detail ~ '[0-9]'
                """);
    }

    /// What is planned for everybody in the group, in öre.
    long planned(Office office) {
        return TestInstallation.owner()
                .sql("select sum(planned_ore)::bigint from returns.application where group_id = ?::uuid")
                .param(office.group())
                .query(Long.class)
                .single();
    }

    private RegistrationId registered(Identity who, @Nullable String citizenship) {
        return registering.newPerson(
                new Registering.NewPerson(who, null, new NameFacts(1990, citizenship)),
                new Facts(
                        DAY,
                        "nord",
                        "2480",
                        "female",
                        "adult",
                        1990,
                        citizenship,
                        new TreeSet<>(Set.of("labour")),
                        "cleaning",
                        "police",
                        CODE,
                        null,
                        null,
                        0,
                        false,
                        false),
                Circumstances.notStated());
    }

    private static String some() {
        return UUID.randomUUID().toString();
    }

    private static void owner(String sql, Object... values) {
        TestInstallation.owner().sql(sql).params(values).update();
    }
}
