package se.ledfyr.budget;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.organisations.OrganisationKind;
import se.ledfyr.organisations.Role;
import se.ledfyr.personas.Personas;

/// Money for tests: keepers of their own, so that no test sees another's accounts.
@Component
public class TestMoney {

    public static final Personas FUNDER = Personas.NATIONAL_COORDINATOR;

    private final Agreements agreements;
    private final Prices prices;

    TestMoney(Agreements agreements, Prices prices) {
        this.agreements = agreements;
        this.prices = prices;
    }

    /// A new organisation that runs the support programme, and a member of it at work. Of those that
    /// carry out returns there is only one.
    public static Acting keeper() {
        return keeper(OrganisationKind.PROGRAMME_OFFICE, null);
    }

    /// An organisation that carried out returns and has closed since, as there is but one at a time; with accounts
    /// and prices of its own.
    public static Acting formerOperator() {
        return keeper(OrganisationKind.RETURN_OPERATOR, LocalDate.of(2026, 1, 1));
    }

    private static Acting keeper(OrganisationKind kind, @Nullable LocalDate closed) {
        UUID id = UUID.randomUUID();
        TestInstallation.owner()
                .sql(
                        "insert into organisations.organisation (id, name, kind, created_at, closed_at) values (?, ?, ?, now(), ?)")
                .params(Arrays.asList(id, "Kontot " + id, kind.name(), closed))
                .update();
        return new Acting(
                new OrganisationId(id), new MemberId(UUID.randomUUID()), Right.of(kind, EnumSet.of(Role.CASEWORKER)));
    }

    /// Granted by the national coordination and taken on.
    public AgreementId agree(Acting keeper, Programme programme, int year, long kronor) {
        AgreementId id = FUNDER.acting()
                .get(() -> agreements.add(new NewAgreement(
                        keeper.organisation(),
                        programme,
                        year,
                        "Dnr " + year,
                        LocalDate.of(year, 1, 2),
                        Money.kronor(kronor),
                        "Redovisas per person.",
                        LocalDate.of(year + 1, 3, 1),
                        List.of(new NewAgreement.Planned(LocalDate.of(year, 2, 1), Money.kronor(kronor / 2))))));
        keeper.run(() -> agreements.accept(id));
        return id;
    }

    /// Granted to an operator that has closed since, and taken on.
    public static AgreementId agreed(Acting keeper, Programme programme, int year, long kronor) {
        AgreementId id = new AgreementId(UUID.randomUUID());
        owner(
                """
                insert into budget.agreement (id, organisation, funder, programme, year, reference, signed_on, granted_ore, conditions,
                                              report_due_on, accepted_on, accepted_by, created_at, created_by)
                values (?, ?, ?, ?, ?, 'Prov', ?, ?, '', ?, ?, ?, now(), ?)
                """,
                id.value(),
                keeper.organisation().value(),
                FUNDER.place().id().value(),
                programme.name(),
                year,
                LocalDate.of(year, 1, 2),
                Money.kronor(kronor).ore(),
                LocalDate.of(year + 1, 3, 1),
                LocalDate.of(year, 1, 3),
                UUID.randomUUID(),
                FUNDER.id().value());
        return id;
    }

    public void price(Acting keeper, AgreementId id, PriceKind kind, long kronor, LocalDate from) {
        keeper.run(() -> prices.set(id, new Price(kind, Money.kronor(kronor), from, null)));
    }

    /// Somebody admitted to the return programme by the office Nord.
    public static void admitToReturn(LocalDate day, @Nullable String group) {
        UUID office = Personas.NORD_COORDINATOR.place().id().value();
        UUID person = person(office);
        TestInstallation.owner()
                .sql("""
                        insert into programmes.amp_grant (id, organisation, person_id, granted_on, sex, age_group, role, forms, group_case,
                            departed_on, coordinator_region, created_at, changed_at)
                        values (gen_random_uuid(), ?, ?, ?, 'male', 'adult', 'exploited', '{labour}', ?::text, ?, 'nord', now(), now())
                        """)
                .params(Arrays.asList(office, person, day, group, day.plusDays(10)))
                .update();
    }

    /// Somebody whom the operator admitted in its work, for the office Nord, with what the journey is planned to
    /// cost, whose money pays and how it ended.
    ///
    /// @param person at the operator
    public record Worked(UUID id, UUID grant, UUID person) {}

    public static Worked admitAtWork(LocalDate day, long plannedOre, int fundingYear, @Nullable String outcome) {
        return admitAtWork(Personas.RETURN_CASEWORKER.place().id(), day, plannedOre, fundingYear, outcome);
    }

    /// The same by some operator.
    public static Worked admitAtWork(
            OrganisationId by, LocalDate day, long plannedOre, int fundingYear, @Nullable String outcome) {
        UUID office = Personas.NORD_COORDINATOR.place().id().value();
        UUID operator = by.value();
        Worked made = new Worked(UUID.randomUUID(), UUID.randomUUID(), person(operator));
        UUID parcel = UUID.randomUUID();
        owner("""
                insert into programmes.amp_grant (id, organisation, person_id, granted_on, sex, age_group, role, forms,
                    departed_on, coordinator_region, created_at, changed_at)
                values (?, ?, ?, ?, 'male', 'adult', 'exploited', '{labour}', ?, 'nord', now(), now())
                """, made.grant(), office, person(office), day, outcome == null ? null : day.plusDays(1));
        owner("""
                insert into people.parcel (id, from_organisation, to_organisation, groups, made_at, closed_at)
                values (?, ?, ?, '{basics}', now(), now())
                """, parcel, office, operator);
        owner(
                """
                insert into returns.application (id, organisation, operator, role, return_country, told_on, told_about, told_language,
                    told_interpreter, opened_on, opened_at, opened_by, answer_by, form_by, parcel_id, state, decided_on, decided_at,
                    decided_in, grant_id, granted_on, departed_on, outcome, ended_on, funding_year, planned_ore, changed_at)
                values (?, ?, ?, 'exploited', 'TH', ?, '{voluntary}', 'th', 'telephone', ?, now(), ?, ?, ?, ?, 'ADMITTED', ?, now(),
                    ?, ?, ?, ?, ?, ?, ?, ?, now())
                """,
                made.id(),
                office,
                operator,
                day,
                day,
                Personas.NORD_COORDINATOR.id().value(),
                day,
                day.plusDays(30),
                parcel,
                day,
                operator,
                made.grant(),
                day,
                outcome == null ? null : day.plusDays(1),
                outcome,
                outcome == null ? null : day.plusDays(200),
                fundingYear,
                plannedOre);
        owner(
                "insert into returns.own_end (application_id, organisation, person_id, closed) values (?, ?, ?, true)",
                made.id(),
                operator,
                made.person());
        return made;
    }

    /// Somebody for whom the office Nord has applied and who waits, with what the journey is planned to
    /// cost.
    ///
    /// @param group the group they go with; null for none
    public static UUID applyForReturn(OrganisationId by, LocalDate day, long plannedOre, @Nullable UUID group) {
        UUID office = Personas.NORD_COORDINATOR.place().id().value();
        UUID id = UUID.randomUUID();
        UUID parcel = UUID.randomUUID();
        owner(
                "insert into people.parcel (id, from_organisation, to_organisation, groups, made_at, closed_at) "
                        + "values (?, ?, ?, '{basics}', now(), now())",
                parcel,
                office,
                by.value());
        owner(
                "insert into returns.return_group (id, organisation, operator, event_id, code, opened_on, opened_at, opened_by) "
                        + "select ?, ?, ?, gen_random_uuid(), 'VÄNTAR', ?, now(), gen_random_uuid() where ?::uuid is not null "
                        + "on conflict do nothing",
                group,
                office,
                by.value(),
                day,
                group);
        owner(
                "insert into returns.application (id, organisation, operator, group_id, role, return_country, told_on, told_about, "
                        + "told_language, told_interpreter, opened_on, opened_at, opened_by, answer_by, form_by, parcel_id, "
                        + "planned_ore, changed_at) "
                        + "values (?, ?, ?, ?, 'exploited', 'TH', ?, '{voluntary}', 'th', 'telephone', ?, now(), gen_random_uuid(), "
                        + "?, ?, ?, ?, now())",
                id,
                office,
                by.value(),
                group,
                day,
                day,
                day,
                day.plusDays(30),
                parcel,
                plannedOre);
        return id;
    }

    /// The outcome of a return, as the owner of the tables writes it.
    public static void end(Worked one, String outcome, LocalDate day) {
        owner("update returns.application set outcome = ?, ended_on = ? where id = ?", outcome, day, one.id());
    }

    /// As if it had come about: without the gate that a parcel leaves through, and all else that
    /// follows a step.
    static void owner(String sql, @Nullable Object... values) {
        try (Connection connection = TestInstallation.ownerConnection();
                Statement replaying = connection.createStatement();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            replaying.execute("set local session_replication_role = replica");
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
            connection.commit();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /// Somebody granted support by a programme office.
    public static UUID admitToSupport(Acting keeper, LocalDate day, int rest, int integration, boolean housed) {
        UUID office = keeper.organisation().value();
        UUID id = UUID.randomUUID();
        String components = rest > 0 && integration > 0
                ? "{rest_period,integration_period}"
                : rest > 0 ? "{rest_period}" : integration > 0 ? "{integration_period}" : "{specific_intervention}";
        TestInstallation.owner()
                .sql("""
                        insert into programmes.nsp_grant (id, organisation, person_id, granted_on, age_group, sex, exposure, components,
                            rest_days, integration_days, placement, eligibility_reason, referred_by, created_at, changed_at)
                        values (?, ?, ?, ?, 'adult', 'female', 'direct', ?::text[], ?, ?, ?, 'law_gap', 'police', now(), now())
                        """)
                .params(
                        id,
                        office,
                        person(office),
                        day,
                        components,
                        rest,
                        integration,
                        housed ? "protected_housing" : "outside_protected_housing")
                .update();
        return id;
    }

    private static UUID person(UUID office) {
        UUID id = UUID.randomUUID();
        TestInstallation.owner()
                .sql("insert into people.person (id, organisation, created_at) values (?, ?, now())")
                .params(id, office)
                .update();
        return id;
    }

    /// Looks again and again until what is being reckoned beside is there.
    public static <T> T kept(Supplier<Optional<Kept<T>>> look) {
        for (int i = 0; i < 600; i++) {
            Optional<Kept<T>> found = look.get();
            if (found.isPresent()) {
                return found.get().answer();
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new AssertionError("nobody has reckoned it");
    }

    /// Does something as the funder.
    public static <T> T asFunder(Supplier<T> work) {
        return FUNDER.acting().get(work);
    }
}
