package se.ledfyr.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.HouseTest;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.Cases;
import se.ledfyr.casework.Circumstances;
import se.ledfyr.casework.Event;
import se.ledfyr.casework.EventId;
import se.ledfyr.casework.Events;
import se.ledfyr.casework.HolderInside;
import se.ledfyr.casework.Registering;
import se.ledfyr.casework.RegistrationId;
import se.ledfyr.casework.Registrations;
import se.ledfyr.guidance.NewTask;
import se.ledfyr.guidance.Tasks;
import se.ledfyr.handover.NewOffer;
import se.ledfyr.handover.Offered;
import se.ledfyr.handover.Offering;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.needs.NeedId;
import se.ledfyr.needs.Needs;
import se.ledfyr.needs.NewNeed;
import se.ledfyr.people.PersonId;
import se.ledfyr.personas.Personas;

/// Attacks on a sealed case in SQL, as the application's own role bound to a colleague who is not named; each
/// beside a twin in which the rule is taken away and the attack succeeds.
@HouseTest
class HiddenFromSqlTests {

    @Autowired
    private SealedCases sealed;

    @Autowired
    private Registering registering;

    @Autowired
    private Registrations registrations;

    @Autowired
    private Events events;

    @Autowired
    private Cases cases;

    @Autowired
    private Needs needs;

    @Autowired
    private Tasks tasks;

    @Autowired
    private Offering offering;

    @SuppressWarnings("NullAway.Init") // made once the house is open
    private Circle circle;

    private RegistrationId registration = RegistrationId.random();
    private PersonId person = PersonId.random();
    private CaseId file = CaseId.random();
    private UUID need = UUID.randomUUID();
    private UUID offer = UUID.randomUUID();

    @BeforeEach
    void sealSomebody() {
        circle = Circle.make();
        circle.insider().acting().run(() -> {
            events.add(new Event(
                    EventId.random(),
                    "KRETS-2025",
                    "nord",
                    "2480",
                    null,
                    null,
                    null,
                    null,
                    "cleaning",
                    "police",
                    new java.util.TreeSet<>()));
            registration = registering.newPerson(
                    SealedCasesTests.someone(), SealedCasesTests.facts("TH"), Circumstances.notStated());
            person = registrations.get(registration).person();
            file = cases.open(registration);
            need = needs.add(file, new NewNeed("safe_housing", null, LocalDate.of(2025, 5, 5), "police", true, null))
                    .value();
            tasks.add(
                    file,
                    new NewTask(null, "Ring", HolderInside.of(circle.insider().id()), null));
            offer = offering.offer(new NewOffer(
                            new Offered.OneNeed(new NeedId(need)),
                            Personas.NGO_CASEWORKER.place().id(),
                            "Behöver skydd i natt",
                            null,
                            null))
                    .value();
            sealed.seal(person, Set.of(circle.insider().id()), "hot");
        });
    }

    @Test
    void noTableShowsARowThatSpeaksOfThem() throws SQLException {
        try (Connection outsider = bound(circle.outsider());
                Connection insider = bound(circle.insider())) {
            List<String> tables = tables(outsider);
            assertThat(tables).contains("people.person", "casework.case_file", "deadlines.clock", "audit.entry");
            for (String table : tables) {
                assertThat(rows(outsider, table)).as(table).isZero();
            }
            assertThat(tables.stream().filter(table -> rowsUnchecked(insider, table) > 0))
                    .as("the one who is named sees them")
                    .contains(
                            "people.person",
                            "people.identity_field",
                            "people.index_token",
                            "casework.registration",
                            "casework.case_file",
                            "casework.dossier",
                            "casework.holding",
                            "casework.step",
                            "needs.need",
                            "needs.duty",
                            "handover.offer",
                            "guidance.task",
                            "deadlines.clock",
                            "emergency.seal",
                            "emergency.insider",
                            "audit.entry");
        }
    }

    /// The twin: without the rule each of these tables tells.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "people.person",
                "people.identity_field",
                "people.index_token",
                "casework.registration",
                "casework.dossier",
                "emergency.seal",
                "emergency.insider",
                "audit.entry"
            })
    void withoutTheRuleTheTableTells(String table) throws SQLException {
        try (Connection owner = TestInstallation.ownerConnection()) {
            run(owner, "drop policy sealed_is_not_there on " + table);
            run(owner, "set local role ledfyr_app");
            bind(owner, circle.outsider());
            assertThat(rows(owner, table)).isPositive();
            owner.rollback();
        }
    }

    @Test
    void theViewsThatStatisticsCountAreThoseOfAnOfficeWithoutThem() throws SQLException {
        try (Connection outsider = bound(circle.outsider());
                Connection insider = bound(circle.insider())) {
            for (String view : List.of("counted_registration", "revision", "counted_case", "counted_holding")) {
                String count = "select count(*)::text from casework_api." + view;
                assertThat(answer(outsider, count)).as(view).isEqualTo("0");
                assertThat(answer(insider, count)).as(view).isEqualTo("1");
            }
        }
    }

    @Test
    void aRowForSomebodyHiddenIsRefusedLikeOneForNobody() throws SQLException {
        assertThat(refusal(person.value())).isEqualTo(refusal(UUID.randomUUID()));
    }

    /// The twin: the foreign key alone tells the two apart.
    @Test
    void withoutTheRuleTheRefusalTells() throws SQLException {
        try (Connection owner = TestInstallation.ownerConnection()) {
            run(owner, "drop policy must_be_there on casework.registration");
            assertThat(refusal(owner, person.value())).isNotEqualTo(refusal(owner, UUID.randomUUID()));
            owner.rollback();
        }
    }

    /// The letters of a clock: nobody hears of a sealed case but those it is sealed to.
    @Test
    void theHouseWritesToInsidersAlone() throws SQLException {
        try (Connection house = connect()) {
            run(
                    house,
                    "select set_config('ledfyr.organisation', '%s', true), set_config('ledfyr.house', 'true', true)"
                            .formatted(circle.office().value()));
            for (UUID thing : List.of(person.value(), registration.value(), file.value(), need, offer)) {
                assertThat(answer(house, "select people.kept_to('%s')::text".formatted(thing)))
                        .isEqualTo("{" + circle.insider().id().value() + "}");
            }
            assertThat(answer(house, "select people.kept_to('%s')::text".formatted(UUID.randomUUID())))
                    .isNull();
        }
    }

    @Test
    void nothingCanBeChangedUnseen() throws SQLException {
        try (Connection outsider = bound(circle.outsider())) {
            for (String attack : List.of(
                    "update casework.registration set sex = 'male' where person_id = '%s'",
                    "update people.person set protection = null where id = '%s'",
                    "update emergency.seal set lifted_at = now(), lifted_by = sealed_by, lifted_reason = '' where person_id = '%s'",
                    "update emergency.insider set until = now() where person_id = '%s'",
                    "delete from people.index_token where person_id = '%s'")) {
                assertThat(changed(outsider, attack.formatted(person.value())))
                        .as(attack)
                        .isZero();
            }
        }
    }

    @Test
    void nobodyNamesThemselves() throws SQLException {
        try (Connection outsider = bound(circle.outsider())) {
            assertThat(failure(
                            outsider,
                            "insert into emergency.insider (organisation, person_id, member, since) values ('%s', '%s', '%s', now())"
                                    .formatted(
                                            circle.office().value(),
                                            person.value(),
                                            circle.outsider().id().value())))
                    .isEqualTo("42501");
        }
    }

    @Test
    void nobodyWritesAnOpeningPastTheGlass() throws SQLException {
        try (Connection outsider = bound(circle.outsider())) {
            assertThat(failure(outsider, "insert into emergency.opening default values"))
                    .isEqualTo("42501");
            assertThat(failure(outsider, "insert into emergency.glass default values"))
                    .isEqualTo("42501");
        }
    }

    /// Bound to the office alone, as no request ever is: that is no way round.
    @Test
    void anOfficeWithoutAMemberSeesNothingThatIsSealed() throws SQLException {
        try (Connection office = connect()) {
            run(
                    office,
                    "select set_config('ledfyr.organisation', '%s', true)"
                            .formatted(circle.office().value()));
            assertThat(rows(office, "people.person")).isZero();
            run(office, "select set_config('ledfyr.house', 'true', true)");
            assertThat(rows(office, "people.person"))
                    .as("the house itself, whose clocks must ring")
                    .isPositive();
        }
    }

    @Test
    void aCaseKnownByItsIdAnswersLikeOneThatIsNot() throws SQLException {
        try (Connection outsider = bound(circle.outsider())) {
            for (String question : List.of(
                    "select count(*)::text from casework.course('%s')",
                    "select casework.hold_fast('%s')::text",
                    "select casework.move_inside('%s', '"
                            + circle.outsider().id().value() + "', null, now())::text",
                    "select coalesce(people.kept_to('%s')::text, 'nothing')")) {
                assertThat(answer(outsider, question.formatted(need)))
                        .as(question)
                        .isEqualTo(answer(outsider, question.formatted(UUID.randomUUID())));
                assertThat(answer(outsider, question.formatted(file.value())))
                        .as(question)
                        .isEqualTo(answer(outsider, question.formatted(UUID.randomUUID())));
            }
        }
    }

    private String refusal(UUID of) throws SQLException {
        try (Connection outsider = connect()) {
            return refusal(outsider, of);
        }
    }

    private String refusal(Connection connection, UUID of) throws SQLException {
        var before = connection.setSavepoint();
        run(connection, "set local role ledfyr_app");
        bind(connection, circle.outsider());
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into casework.registration (id, organisation, person_id, registered_on, region, sex, age_group,
                                                       referred_by, created_at, changed_at)
                    values (gen_random_uuid(), '%s', '%s', '2025-05-05', 'nord', 'female', 'adult', 'police', now(), now())
                    """.formatted(circle.office().value(), of));
            return "taken";
        } catch (SQLException refused) {
            connection.rollback(before);
            return refused.getSQLState() + " "
                    + String.valueOf(refused.getMessage()).replace(of.toString(), "somebody");
        }
    }

    private long rowsUnchecked(Connection connection, String table) {
        try {
            return rows(connection, table);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long rows(Connection connection, String table) throws SQLException {
        return Long.parseLong(answer(
                connection,
                "select count(*)::text from %s t where t::text ~ '%s|%s|%s|%s|%s'"
                        .formatted(table, person.value(), registration.value(), file.value(), need, offer)));
    }

    private static List<String> tables(Connection connection) throws SQLException {
        return List.of(answer(connection, """
                select string_agg(distinct n.nspname || '.' || c.relname, ',')
                  from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
                 where p.polname = 'sealed_is_not_there' and has_table_privilege('ledfyr_app', c.oid, 'SELECT')
                """).split(","));
    }

    private static String answer(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static int changed(Connection connection, String change) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(change);
        }
    }

    private static String failure(Connection connection, String attack) throws SQLException {
        var before = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            statement.execute(attack);
            return "done";
        } catch (SQLException refused) {
            connection.rollback(before);
            return refused.getSQLState();
        }
    }

    private static Connection bound(Circle.One member) throws SQLException {
        Connection connection = connect();
        bind(connection, member);
        return connection;
    }

    private static Connection connect() throws SQLException {
        return TestInstallation.applicationConnection();
    }

    private static void bind(Connection connection, Circle.One member) throws SQLException {
        run(
                connection,
                "select set_config('ledfyr.organisation', '%s', true), set_config('ledfyr.member', '%s', true)"
                        .formatted(member.office().value(), member.id().value()));
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
