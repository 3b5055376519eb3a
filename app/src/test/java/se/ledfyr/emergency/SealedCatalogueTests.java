package se.ledfyr.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.ledfyr.HouseTest;
import se.ledfyr.installation.ScratchDatabase;

/// What the database's catalogue says about sealed cases: every table that leads to a person, by a column or by any
/// chain of references, leaves out what is sealed. A new table is found here before anybody forgets it.
@HouseTest
class SealedCatalogueTests {

    /// Tables that lead to a person and need no rule of their own, each with the reason.
    private static final Map<String, String> EXEMPT = Map.of();

    private static final String LEADS_TO_A_PERSON = """
            with recursive named as (
                select distinct c.oid
                  from pg_class c join pg_namespace n on n.oid = c.relnamespace
                       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                 where c.relkind in ('r', 'p') and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
                   and (a.attname in ('person_id', 'case_id', 'registration_id', 'need_id', 'offer_id', 'parcel_id', 'subject')
                        or a.attname like '%\\_person\\_id' or a.attname like '%\\_case\\_id')),
            leads (oid) as (
                select oid from named
                union
                select c.conrelid from pg_constraint c join leads l on l.oid = c.confrelid where c.contype = 'f')
            """;

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

    @Test
    void everyTableThatLeadsToAPersonLeavesOutWhatIsSealed() {
        assertThat(withoutTheRule()).isEqualTo(EXEMPT.keySet());
    }

    /// The twin: a table that somebody adds and forgets is found, also when it leads to a person only through another.
    @Test
    void aForgottenTableIsFound() {
        try {
            database.owner().execute("create table casework.forgotten (id uuid primary key, case_id uuid)");
            database.owner()
                    .execute("create table casework.behind_it (forgotten_id uuid references casework.forgotten)");
            database.owner().execute("grant select on casework.forgotten, casework.behind_it to ledfyr_app");
            assertThat(withoutTheRule()).contains("casework.forgotten", "casework.behind_it");
            database.owner().execute("alter table casework.forgotten enable row level security");
            database.owner().execute("select people.hide_sealed('casework.forgotten')");
            assertThat(withoutTheRule()).doesNotContain("casework.forgotten");
        } finally {
            database.owner().execute("drop table if exists casework.behind_it, casework.forgotten");
        }
    }

    @Test
    void theRuleIsRestrictiveForEverythingTheApplicationDoes() {
        assertThat(names("""
                select n.nspname || '.' || c.relname from pg_policy p join pg_class c on c.oid = p.polrelid
                       join pg_namespace n on n.oid = c.relnamespace
                 where p.polname = 'sealed_is_not_there'
                   and (p.polpermissive or p.polcmd <> '*' and c.oid <> 'audit.entry'::regclass)
                """)).isEmpty();
    }

    /// Foreign keys look past row-level security: a row for somebody hidden must be refused like one for nobody.
    @Test
    void noTableRefersToAPersonWhoIsNotThere() {
        assertThat(names("""
                select distinct c.conrelid::regclass::text from pg_constraint c
                 where c.contype = 'f' and c.confrelid = 'people.person'::regclass
                   and has_table_privilege('ledfyr_app', c.conrelid, 'INSERT')
                   and not exists (select from pg_policy p where p.polrelid = c.conrelid and p.polname = 'must_be_there'
                                                             and not p.polpermissive)
                """)).isEmpty();
    }

    private static Set<String> withoutTheRule() {
        return names(LEADS_TO_A_PERSON + """
                select distinct n.nspname || '.' || c.relname
                  from leads l join pg_class c on c.oid = l.oid join pg_namespace n on n.oid = c.relnamespace
                 where has_any_column_privilege('ledfyr_app', c.oid, 'SELECT, INSERT, UPDATE')
                   and not (c.relrowsecurity
                            and exists (select from pg_policy p where p.polrelid = c.oid and not p.polpermissive
                                                                  and p.polname = 'sealed_is_not_there'))
                """);
    }

    private static Set<String> names(String query) {
        return new TreeSet<>(database.owner().fetch(query).getValues(0, String.class));
    }
}
