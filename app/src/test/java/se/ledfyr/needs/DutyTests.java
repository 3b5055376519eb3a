package se.ledfyr.needs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.ledfyr.installation.ScratchDatabase;

/// Whatever is done to needs in whatever order, every instant of an open need is owed by exactly one organisation.
class DutyTests {

    private static final int ACTS = 2_000;

    /// How many needs break the rule: an instant that nobody or somebody twice owes, or a state that does not fit.
    private static final String BROKEN = """
            select count(*) from needs.need n
            where (select coalesce(range_agg(s.during), '{}') from needs.open_spell s where s.need_id = n.id)
                    is distinct from (select coalesce(range_agg(d.during), '{}') from needs.duty d where d.need_id = n.id)
               or exists (select from needs.duty a join needs.duty b on b.need_id = a.need_id and b.ctid <> a.ctid
                                                                    and b.during && a.during where a.need_id = n.id)
               or (n.state = 'OPEN') <> exists (select from needs.duty d where d.need_id = n.id and d.ended is null
                                                                           and d.organisation = n.owed_by)
            """;

    private static final List<UUID> OFFICES = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());

    private static ScratchDatabase database;

    @BeforeAll
    static void open() {
        database = ScratchDatabase.make();
        for (UUID office : OFFICES) {
            owner().execute(
                            "insert into organisations.organisation (id, name, kind, created_at) values (?, ?, 'NGO', now())",
                            office,
                            "Office " + office);
        }
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void nothingThatHappensLeavesAnOpenNeedToNobodyOrToTwo() throws Exception {
        List<UUID> needs = needs(20);
        Random random = new Random(20_260_302);
        int done = 0;
        try (Connection connection = database.application("")) {
            for (int act = 0; act < ACTS; act++) {
                done += act(connection, random, needs.get(random.nextInt(needs.size()))) ? 1 : 0;
            }
        }

        assertThat(done).as("acts that did something").isGreaterThan(ACTS / 20);
        assertThat(broken()).isZero();
        assertThat(owner().fetchSingle("select count(*) from needs.duty").get(0, Integer.class))
                .isGreaterThan(needs.size() * 2);
    }

    @Test
    void whoGoesPastTheFunctionsIsRefused() {
        UUID need = needs(1).getFirst();

        assertThatThrownBy(() -> owner().execute("delete from needs.duty where need_id = ?", need))
                .as("nobody owes it")
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> owner().execute(
                                "insert into needs.duty (need_id, during, organisation) values (?, tstzrange(now(), null), ?)",
                                need,
                                OFFICES.get(1)))
                .as("two owe it")
                .isInstanceOf(DataAccessException.class);
        assertThat(broken()).isZero();
    }

    /// The twin: without the constraints the same careless hand does what it tried, and the rule above finds it.
    @Test
    void withoutTheConstraintsTheRuleWouldBeBrokenAndFound() {
        try (ScratchDatabase loose = ScratchDatabase.make()) {
            DSLContext sql = loose.owner();
            for (UUID office : OFFICES) {
                sql.execute(
                        "insert into organisations.organisation (id, name, kind, created_at) values (?, ?, 'NGO', now())",
                        office,
                        "Office " + office);
            }
            sql.execute("alter table needs.open_spell drop constraint always_owed");
            sql.execute("alter table needs.duty drop constraint owed_by_one_at_a_time");
            UUID left = need(sql);
            UUID twice = need(sql);

            sql.execute("delete from needs.duty where need_id = ?", left);
            sql.execute(
                    "insert into needs.duty (need_id, during, organisation) values (?, tstzrange(now(), null), ?)",
                    twice,
                    OFFICES.get(1));

            assertThat(sql.fetchSingle(BROKEN).get(0, Integer.class)).isEqualTo(2);
        }
    }

    private static boolean act(Connection connection, Random random, UUID need) throws Exception {
        UUID office = OFFICES.get(random.nextInt(OFFICES.size()));
        DSLContext sql = DSL.using(connection, SQLDialect.POSTGRES);
        sql.execute("select set_config('ledfyr.organisation', ?, true)", office.toString());
        UUID other = OFFICES.get(random.nextInt(OFFICES.size()));
        boolean did = switch (random.nextInt(6)) {
            case 0 ->
                !other.equals(office)
                        && is(sql.fetchValue(
                                "select needs.let_go(?, gen_random_uuid(), array[?::uuid], now())", need, other));
            case 1 -> is(sql.fetchValue("select needs.hold_on(?)", need));
            case 2, 3 -> sql.fetchValue("select needs.take_over(?, now())", need) != null;
            case 4 ->
                sql.execute(
                                "update needs.need set state = 'MET', settled_at = now() where id = ? and state = 'OPEN'",
                                need)
                        == 1;
            default -> sql.execute("""
                                    update needs.need set state = 'OPEN', settled_at = null, opened_at = now()
                                    where id = ? and state = 'MET'
                                    """, need) == 1;
        };
        connection.commit();
        return did;
    }

    private static boolean is(@org.jspecify.annotations.Nullable Object answer) {
        return Boolean.TRUE.equals(answer);
    }

    private static List<UUID> needs(int count) {
        List<UUID> needs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            needs.add(need(owner()));
        }
        return needs;
    }

    /// A need in an open case of the first office.
    private static UUID need(DSLContext sql) {
        UUID id = UUID.randomUUID();
        UUID need = UUID.randomUUID();
        UUID person = UUID.randomUUID();
        UUID office = OFFICES.getFirst();
        sql.execute("insert into people.person (id, organisation, created_at) values (?, ?, now())", person, office);
        sql.execute("""
                with the_case as (
                    insert into casework.case_file (id, opened_by_organisation, opened_at, region, route, identified_on)
                    values (?, ?, now(), 'nord', 'adult', current_date) returning id, opened_by_organisation as office),
                mine as (
                    insert into casework.dossier (case_id, organisation, person_id, created_at)
                    select id, office, ?, now() from the_case),
                spell as (
                    insert into casework.open_spell (case_id, during) select id, tstzrange(now(), null) from the_case)
                insert into casework.holding (case_id, during, organisation, duty)
                select id, tstzrange(now(), null), office, 'duty' from the_case
                """, id, office, person);
        sql.execute("""
                insert into needs.need (id, case_id, holder, owed_by, type, route, seen_on, seen_by, opened_at)
                values (?, ?, ?, ?, 'material', 'adult', current_date, 'police', now())
                """, need, id, office, office);
        return need;
    }

    private static int broken() {
        return owner().fetchSingle(BROKEN).get(0, Integer.class);
    }

    private static DSLContext owner() {
        return database.owner();
    }
}
