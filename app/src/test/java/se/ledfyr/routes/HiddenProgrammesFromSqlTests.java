package se.ledfyr.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.HouseTest;
import se.ledfyr.emergency.Circle;
import se.ledfyr.installation.TestInstallation;

/// Attacks in SQL, as the application's own role bound to a colleague who is not named, on everything that the
/// programmes, the legal process, the money and the surveys of civil society keep about somebody sealed: at a
/// coordination office and at the office that runs the support programme.
@HouseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HiddenProgrammesFromSqlTests {

    private static final String SCHEMAS =
            "('programmes', 'support', 'returns', 'permits', 'justice', 'budget', 'surveys')";

    /// Tables with nothing in them about the sealed people of this test. That they have the rule is
    /// what `SealedCatalogueTests` asks.
    private static final Set<String> EMPTY = Set.of(
            "budget.expense_for_return",
            "justice.compensation",
            "justice.counsel",
            "justice.right_answer",
            "justice.wage_evidence",
            "justice.wage_money",
            "justice.wage_rate",
            "justice.wage_work",
            "permits.eligibility_check",
            "permits.not_applied",
            "programmes.amp_change",
            "programmes.nsp_change",
            "returns.escort",
            "support.follow_up");

    @Autowired
    private SealedWorld world;

    @Autowired
    private SealedProgramme programme;

    /// One office with somebody sealed.
    ///
    /// @param hidden identifiers of what is sealed
    private record Place(Circle circle, Set<String> hidden) {

        String pattern() {
            return String.join("|", hidden);
        }
    }

    private final List<Place> places = new ArrayList<>();

    @BeforeAll
    void sealSomebodyAtTwoOffices() throws SQLException {
        SealedWorld.Office office = world.office(true);
        UUID contact = contact(office);
        world.seal(office);
        SealedProgramme.Office decides = programme.office(true);
        programme.seal(decides);
        places.add(new Place(
                office.circle(),
                Stream.concat(
                                Stream.concat(office.hidden().stream(), Stream.of(contact.toString())),
                                office.persons().stream().map(one -> one.value().toString()))
                        .collect(Collectors.toCollection(TreeSet::new))));
        places.add(new Place(
                decides.circle(),
                Stream.concat(
                                decides.hidden().stream(),
                                decides.persons().stream()
                                        .map(one -> one.value().toString()))
                        .collect(Collectors.toCollection(TreeSet::new))));
    }

    /// A contact of civil society that was prefilled from the case.
    private static UUID contact(SealedWorld.Office office) {
        UUID contact = UUID.randomUUID();
        UUID own = office.circle().office().value();
        owner("""
                insert into surveys.contact (id, organisation, year, form, edition, definition_hash, begun_at, written_at)
                values (?, ?, 2026, 'ADULT', 'adult-2026', sha256('x'), now(), now())
                """, contact, own);
        owner(
                "insert into surveys.own_reference (contact_id, organisation, reference) values (?, ?, 'Rött')",
                contact,
                own);
        owner(
                "insert into surveys.contact_case (contact_id, organisation, case_id) values (?, ?, ?::uuid)",
                contact,
                own,
                office.things().openCase());
        owner("""
                insert into surveys.contact_change (organisation, contact_id, version, kind, field, reason, changed_at)
                values (?, ?, 1, 'SENT', 'contact', 'x', now())
                """, own, contact);
        return contact;
    }

    @Test
    void noTableShowsARowThatSpeaksOfThem() throws SQLException {
        Set<String> seen = new TreeSet<>();
        for (Place place : places) {
            try (Connection outsider = bound(place.circle().outsider());
                    Connection insider = bound(place.circle().insider())) {
                for (String table : tables()) {
                    assertThat(rows(outsider, table, place)).as(table).isZero();
                    if (rows(insider, table, place) > 0) {
                        seen.add(table);
                    }
                }
            }
        }
        Set<String> all = new TreeSet<>(tables());
        all.removeAll(EMPTY);
        assertThat(seen).as("the ones who are named see them").isEqualTo(all);
    }

    /// The twin: without the rules every one of these tables tells.
    @Test
    void withoutTheRulesEveryTableTells() throws SQLException {
        Set<String> told = new TreeSet<>();
        for (Place place : places) {
            try (Connection owner = TestInstallation.ownerConnection()) {
                for (String table : answers(owner, RULED.formatted("n.nspname not like 'pg\\_%'"))) {
                    run(owner, "drop policy sealed_is_not_there on " + table);
                }
                run(owner, "set local role ledfyr_app");
                bind(owner, place.circle().outsider());
                for (String table : tables()) {
                    if (rows(owner, table, place) > 0) {
                        told.add(table);
                    }
                }
                owner.rollback();
            }
        }
        Set<String> all = new TreeSet<>(tables());
        all.removeAll(EMPTY);
        assertThat(told).isEqualTo(all);
    }

    /// A row that refers to something hidden is refused in the same words as one that refers to nothing.
    @Test
    void noForeignKeyTellsWhatIsHiddenFromWhatIsNot() throws SQLException {
        assertThat(told(null)).isEmpty();
    }

    /// The twin: without the rules of insertion the keys tell.
    @Test
    void withoutTheRulesTheKeysTell() throws SQLException {
        assertThat(told("must_be_there")).isNotEmpty();
    }

    /// @param without a policy that is taken away everywhere
    private Map<String, String> told(@Nullable String without) throws SQLException {
        Map<String, String> differing = new TreeMap<>();
        for (Place place : places) {
            try (Connection owner = TestInstallation.ownerConnection()) {
                Map<String, List<String>> keys = keys(owner, place);
                if (without != null) {
                    for (String table : answers(owner, POLICY.formatted(without))) {
                        run(owner, "drop policy %s on %s".formatted(without, table));
                    }
                }
                run(owner, "set local role ledfyr_app");
                bind(owner, place.circle().outsider());
                for (Map.Entry<String, List<String>> key : keys.entrySet()) {
                    String[] what = key.getKey().split(" ");
                    for (String known : key.getValue()) {
                        String hidden = refusal(owner, place, what, known);
                        String none =
                                refusal(owner, place, what, UUID.randomUUID().toString());
                        if (!hidden.equals(none)) {
                            differing.put(key.getKey(), hidden + " <> " + none);
                        }
                    }
                }
                owner.rollback();
            }
        }
        return differing;
    }

    /// Columns of tables here that refer to tables with the rule, and identifiers of hidden rows there.
    private static Map<String, List<String>> keys(Connection owner, Place place) throws SQLException {
        Map<String, List<String>> keys = new TreeMap<>();
        for (String line : answers(owner, KEYS)) {
            String[] what = line.split(" ");
            List<String> hidden = answers(
                    owner,
                    "select distinct t.%s::text from %s t where t::text ~ '%s' limit 3"
                            .formatted(what[3], what[2], place.pattern()));
            if (!hidden.isEmpty()) {
                keys.put(line, hidden);
            }
        }
        return keys;
    }

    private static String refusal(Connection connection, Place place, String[] what, String id) throws SQLException {
        boolean owned = what[4].equals("owned") && !what[1].equals("organisation");
        String own = place.circle().office().value().toString();
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    owned
                            ? "insert into %s (%s, organisation) values ('%s', '%s')"
                                    .formatted(what[0], what[1], id, own)
                            : "insert into %s (%s) values ('%s')".formatted(what[0], what[1], id));
            connection.rollback(before);
            return "taken";
        } catch (SQLException refused) {
            connection.rollback(before);
            return refused.getSQLState() + " "
                    + String.valueOf(refused.getMessage())
                            .replaceAll("\\([^)]*\\)", "")
                            .replace(id, "it");
        }
    }

    private static final String RULED = """
            select distinct n.nspname || '.' || c.relname
            from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
            where p.polname = 'sealed_is_not_there' and %s order by 1
            """;

    private static final String POLICY = """
            select distinct n.nspname || '.' || c.relname
            from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
            where p.polname = '%s' order by 1
            """;

    private static final String KEYS = """
            select n.nspname || '.' || c.relname || ' ' || a.attname || ' ' || f.confrelid::regclass || ' ' || b.attname || ' '
                   || case when exists (select from pg_attribute o where o.attrelid = c.oid and o.attname = 'organisation')
                           then 'owned' else 'shared' end
            from pg_constraint f
                     join pg_class c on c.oid = f.conrelid
                     join pg_namespace n on n.oid = c.relnamespace
                     join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
                     join pg_attribute b on b.attrelid = f.confrelid and b.attnum = f.confkey[1]
            where f.contype = 'f' and n.nspname in %s and a.atttypid = 'uuid'::regtype
              and has_column_privilege('ledfyr_app', c.oid, a.attname, 'INSERT')
              and exists (select from pg_policy p where p.polrelid = f.confrelid and p.polname = 'sealed_is_not_there')
            order by 1
            """.formatted(SCHEMAS);

    private static long rows(Connection connection, String table, Place place) throws SQLException {
        return Long.parseLong(answers(
                        connection,
                        "select count(*)::text from %s t where t::text ~ '%s'".formatted(table, place.pattern()))
                .getFirst());
    }

    private static List<String> tables() throws SQLException {
        try (Connection owner = TestInstallation.ownerConnection()) {
            return answers(
                    owner,
                    RULED.formatted(
                            "n.nspname in " + SCHEMAS + " and has_table_privilege('ledfyr_app', c.oid, 'SELECT')"));
        }
    }

    private static List<String> answers(Connection connection, String query) throws SQLException {
        List<String> answers = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
        }
        return answers;
    }

    private static Connection bound(Circle.One member) throws SQLException {
        Connection connection = TestInstallation.applicationConnection();
        bind(connection, member);
        return connection;
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

    private static void owner(String sql, Object... values) {
        TestInstallation.owner().sql(sql).params(values).update();
    }
}
