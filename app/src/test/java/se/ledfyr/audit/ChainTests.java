package se.ledfyr.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ledfyr.access.Acting;
import se.ledfyr.audit.ChainState.Broken;
import se.ledfyr.audit.ChainState.Fault;
import se.ledfyr.audit.ChainState.Whole;
import se.ledfyr.installation.ScratchDatabase;
import se.ledfyr.organisations.OrganisationId;

/// What the walk along the chain says when somebody who can do anything with the database has been at it.
class ChainTests {

    private static final OrganisationId ORGANISATION = OrganisationId.random();

    @SuppressWarnings("NullAway.Init")
    private static ScratchDatabase database;

    @BeforeAll
    static void open() {
        database = ScratchDatabase.make();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void startAnew() throws SQLException {
        tamper("delete from audit.entry; update audit.head set seq = 0, hash = decode(repeat('00', 32), 'hex')");
        for (int i = 0; i < 7; i++) {
            write(3);
        }
    }

    @Test
    void anUntouchedChainIsWhole() throws SQLException {
        assertThat(check()).isInstanceOfSatisfying(Whole.class, whole -> {
            assertThat(whole.entries()).isEqualTo(21);
            assertThat(whole.head()).hasSize(64);
        });
    }

    @Test
    void anEmptyChainIsWhole() throws SQLException {
        tamper("delete from audit.entry; update audit.head set seq = 0, hash = decode(repeat('00', 32), 'hex')");
        assertThat(check()).isEqualTo(new Whole(0, "00".repeat(32)));
    }

    @Test
    void aRemovedEntryIsNamed() throws SQLException {
        tamper("delete from audit.entry where seq = 9");
        assertThat(check()).isEqualTo(new Broken(9, Fault.MISSING));
    }

    @Test
    void theFirstEntryRemovedIsNamed() throws SQLException {
        tamper("delete from audit.entry where seq = 1");
        assertThat(check()).isEqualTo(new Broken(1, Fault.MISSING));
    }

    @Test
    void anAlteredEntryIsNamedWhateverWasAltered() throws SQLException {
        for (String change : List.of(
                "action = 'LISTED'",
                "reason = 'another'",
                "at = at + interval '1 microsecond'",
                "member = gen_random_uuid()",
                "organisation = null",
                "concerns = gen_random_uuid()",
                "subjects = '{}'",
                "detail = ''",
                "hash = sha256('x')")) {
            startAnew();
            tamper("update audit.entry set " + change + " where seq = 12");
            assertThat(check()).as(change).isEqualTo(new Broken(12, Fault.ALTERED));
        }
    }

    @Test
    void anEntryAlteredTogetherWithItsHashBreaksTheNext() throws SQLException {
        byte[] before = database.owner()
                .fetchSingle("select previous from audit.entry where seq = 12")
                .get(0, byte[].class);
        tamper("delete from audit.entry where seq = 12");
        Link forged =
                new Link(12, Clock.systemUTC().instant(), null, null, null, "READ", "PERSON", List.of(), null, null);
        tamper("alter table audit.entry disable trigger all");
        database.owner()
                .execute(
                        "insert into audit.entry (seq, at, action, subject_kind, subjects, previous, hash)"
                                + " values (12, ?::timestamptz, 'READ', 'PERSON', '{}', ?, ?)",
                        forged.at().toString(),
                        before,
                        forged.hashAfter(before));
        tamper("alter table audit.entry enable trigger all");
        assertThat(check()).isEqualTo(new Broken(13, Fault.MOVED));
    }

    @Test
    void twoEntriesThatChangedPlacesAreNamed() throws SQLException {
        tamper("""
                update audit.entry set seq = 999 where seq = 5;
                update audit.entry set seq = 5 where seq = 6;
                update audit.entry set seq = 6 where seq = 999
                """);
        assertThat(check()).isEqualTo(new Broken(5, Fault.MOVED));
    }

    @Test
    void aCutTailIsNamed() throws SQLException {
        tamper("delete from audit.entry where seq > 17");
        assertThat(check()).isEqualTo(new Broken(18, Fault.CUT_OFF));
    }

    @Test
    void anotherHeadIsNamed() throws SQLException {
        tamper("update audit.head set hash = sha256('x')");
        assertThat(check()).isEqualTo(new Broken(21, Fault.WRONG_HEAD));
    }

    @Test
    void manyWritersAtOnceLeaveAWholeChain() throws Exception {
        try (ExecutorService writers = Executors.newFixedThreadPool(6)) {
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                done.add(writers.submit(() -> {
                    write(2);
                    return null;
                }));
            }
            for (Future<?> each : done) {
                each.get();
            }
        }
        assertThat(check())
                .isInstanceOfSatisfying(
                        Whole.class, whole -> assertThat(whole.entries()).isEqualTo(21 + 120));
    }

    private static void write(int notes) throws SQLException {
        try (Connection connection = database.application(ORGANISATION.value().toString())) {
            ChainWriter writer = new ChainWriter(DSL.using(connection, SQLDialect.POSTGRES), Clock.systemUTC());
            List<Note> written = new ArrayList<>();
            for (int i = 0; i < notes; i++) {
                written.add(new Note(
                        Action.READ,
                        Subject.PERSON,
                        List.of(UUID.randomUUID()),
                        null,
                        i == 0 ? "a reason" : null,
                        null));
            }
            writer.append(written, new Acting(ORGANISATION, null, Set.of()));
            connection.commit();
        }
    }

    private static void tamper(String sql) {
        database.owner()
                .execute("set session_replication_role = replica; " + sql + "; set session_replication_role = origin");
    }

    private static ChainState check() throws SQLException {
        return database.owner().connectionResult(ChainCheck::check);
    }
}
