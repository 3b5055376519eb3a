package se.ledfyr.routes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.emergency.Circle;
import se.ledfyr.emergency.SealedCases;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.organisations.OrganisationKind;
import se.ledfyr.organisations.Role;
import se.ledfyr.people.Identity;
import se.ledfyr.people.NameFacts;
import se.ledfyr.people.PersonId;
import se.ledfyr.personas.Personas.Place;
import se.ledfyr.programmes.GrantId;
import se.ledfyr.support.ApplicationId;
import se.ledfyr.support.Channel;
import se.ledfyr.support.ChildGrant;
import se.ledfyr.support.DayLedger;
import se.ledfyr.support.Deciding;
import se.ledfyr.support.HeldPlaces;
import se.ledfyr.support.HomeFacts;
import se.ledfyr.support.HomeId;
import se.ledfyr.support.Homes;
import se.ledfyr.support.Payer;
import se.ledfyr.support.Period;
import se.ledfyr.support.Phase;
import se.ledfyr.support.Placements;
import se.ledfyr.support.SingleMeasure;
import se.ledfyr.support.SingleMeasures;
import se.ledfyr.support.SupportApplications;
import se.ledfyr.support.TestSupport;
import se.ledfyr.support.Wish;

/// Two offices that run the support programme, alike in all that everybody there may know. In one of them there is
/// besides somebody who applied in all ways, lives in a home with a child, and will be sealed; in the other the
/// home has filled the same places itself.
@Component
class SealedProgramme {

    private final SupportApplications applications;
    private final Deciding deciding;
    private final DayLedger days;
    private final SingleMeasures measures;
    private final Placements placements;
    private final HeldPlaces held;
    private final Homes homes;
    private final SealedCases sealing;
    private final TestSupport some;

    SealedProgramme(
            SupportApplications applications,
            Deciding deciding,
            DayLedger days,
            SingleMeasures measures,
            Placements placements,
            HeldPlaces held,
            Homes homes,
            SealedCases sealing,
            TestSupport some) {
        this.applications = applications;
        this.deciding = deciding;
        this.days = days;
        this.measures = measures;
        this.placements = placements;
        this.held = held;
        this.homes = homes;
        this.sealing = sealing;
        this.some = some;
    }

    /// @param beside the grant of somebody who is there for everybody
    /// @param hidden what the office's log must not speak of
    record Office(
            Circle circle,
            String home,
            String money,
            String beside,
            String application,
            String grant,
            List<String> hidden,
            Set<PersonId> persons) {

        String at(String path) {
            return path.replace("{home}", home).replace("{money}", money).replace("{beside}", beside);
        }
    }

    /// What it made about somebody who will be sealed.
    private record Somebody(String application, String grant, List<String> hidden, Set<PersonId> persons) {}

    String today() {
        return some.today().toString();
    }

    Office office(boolean withSomebody) {
        Circle circle = Circle.make(OrganisationKind.PROGRAMME_OFFICE);
        Acting insider = new Acting(
                circle.office(),
                circle.insider().id(),
                Right.of(OrganisationKind.PROGRAMME_OFFICE, Set.of(Role.COORDINATOR)));
        return insider.get(() -> {
            HomeId home = homes.add(
                    new HomeFacts("nord", Set.of("women"), null, null),
                    5,
                    some.today().minusDays(9),
                    "Hemligt");
            String money = money(circle);
            GrantId beside = granted("Bredvid Bredvidsson", List.of());
            placements.place(beside, home, some.today(), some.today().plusDays(5));
            Somebody somebody = withSomebody ? somebody(circle, home) : nobody(home);
            spent(money, withSomebody ? UUID.fromString(somebody.grant()) : null, circle);
            return new Office(
                    circle,
                    home.value().toString(),
                    money,
                    beside.value().toString(),
                    somebody.application(),
                    somebody.grant(),
                    somebody.hidden(),
                    somebody.persons());
        });
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

    private Somebody nobody(HomeId home) {
        held.hold(home, some.today(), some.today().plusDays(8), null);
        return new Somebody(UUID.randomUUID().toString(), UUID.randomUUID().toString(), List.of(), Set.of());
    }

    private Somebody somebody(Circle circle, HomeId home) {
        LocalDate today = some.today();
        ApplicationId refused = applied("Sanna Nekad");
        deciding.refuse(refused, "no_place", "Ingen plats");
        ApplicationId withdrawn = applied("Sanna Ångrad");
        applications.withdraw(withdrawn, "Ringde och ångrade sig");
        ApplicationId open = applied("Sanna Väntar");
        ApplicationId granted = applied("Sanna Sluten");
        GrantId grant = deciding.grant(
                granted,
                today,
                some.facts(30, 90),
                List.of(new ChildGrant("male", "indirect", "protected_housing", "nord")));
        days.write(
                grant,
                new Period(UUID.randomUUID(), Phase.REST, false, Payer.PROGRAMME, null, today, today.plusDays(3)));
        measures.add(grant, new SingleMeasure(UUID.randomUUID(), "counsel", today, 120_000L));
        placements.place(grant, home, today, today.plusDays(8));
        List<String> hidden = new ArrayList<>();
        List.of(refused, withdrawn, open, granted)
                .forEach(id -> hidden.add(id.value().toString()));
        hidden.add(grant.value().toString());
        hidden.add(childOf(grant));
        return new Somebody(open.value().toString(), grant.value().toString(), hidden, persons(circle));
    }

    /// Everybody there but the one beside. The child is not sealed: it is only there along with somebody who is.
    private static Set<PersonId> persons(Circle circle) {
        return Set.copyOf(TestInstallation.owner()
                .sql("""
                        select f.person_id from support.own_file f
                        where f.organisation = ? and f.grant_id is distinct from
                              (select c.grant_id from support.course c where c.organisation = f.organisation order by c.begun_at limit 1)
                        """)
                .params(circle.office().value())
                .query((row, i) -> new PersonId(row.getObject(1, UUID.class)))
                .list());
    }

    private static String childOf(GrantId adult) {
        return TestInstallation.owner()
                .sql("select id::text from programmes.nsp_grant where guardian_grant_id = ?")
                .param(adult.value())
                .query(String.class)
                .single();
    }

    private GrantId granted(String name, List<ChildGrant> children) {
        return deciding.grant(applied(name), some.today(), some.facts(30, 90), children);
    }

    private ApplicationId applied(String name) {
        Wish wish = some.wish();
        return applications.register(
                Channel.TELEPHONE,
                Identity.named(name),
                new NameFacts(1994, "RO"),
                new Wish(
                        wish.applicant(),
                        wish.region(),
                        wish.ageGroup(),
                        1,
                        wish.ground(),
                        wish.components(),
                        wish.appliedOn(),
                        wish.refusals()),
                "Ringde i natt");
    }

    private String money(Circle circle) {
        UUID id = UUID.randomUUID();
        owner(
                """
                insert into budget.agreement (id, organisation, funder, programme, year, reference, signed_on, granted_ore, conditions,
                                              report_due_on, accepted_on, accepted_by, created_at, created_by)
                values (?, ?, ?, 'NSP', ?, 'Prov', ?, 400000000, '', ?, ?, ?, now(), ?)
                """,
                id,
                circle.office().value(),
                Place.NATIONAL.id().value(),
                some.today().getYear(),
                some.today(),
                some.today().plusDays(90),
                some.today(),
                circle.insider().id().value(),
                circle.insider().id().value());
        return id.toString();
    }

    private void spent(String money, @Nullable UUID grant, Circle circle) {
        UUID id = UUID.randomUUID();
        owner("""
                insert into budget.expense (id, agreement_id, booked_on, kind, quantity, amount_ore, note, created_at, created_by)
                values (?, ?::uuid, ?, 'bed_day', 3, 300000, 'Faktura', now(), ?)
                """, id, money, some.today(), circle.insider().id().value());
        if (grant != null) {
            owner(
                    "insert into budget.expense_for_nsp (expense_id, organisation, grant_id) values (?, ?, ?)",
                    id,
                    circle.office().value(),
                    grant);
        }
    }

    private static void owner(String sql, Object... values) {
        TestInstallation.owner().sql(sql).params(values).update();
    }
}
