package se.ledfyr.casework;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.stereotype.Repository;
import se.ledfyr.access.Acting;
import se.ledfyr.organisations.OrganisationId;

/// The rows of one file, in a temporary table that only this transaction sees and that ends with it.
///
/// The rows arrive by `copy`, a buffer at a time, and everything after that is done by PostgreSQL: the size
/// of the file
/// makes no difference to the memory of the application.
@Repository
class FilingTable {

    private static final String CREATE = """
            create temporary table filed
            (
                line                  bigint primary key,
                id                    uuid    not null,
                registered_on         date    not null,
                region                text    not null,
                municipality_code     text,
                sex                   text    not null,
                age_group             text    not null,
                birth_year            smallint,
                citizenship           text,
                forms                 text[]  not null,
                sector                text,
                referred_by           text    not null,
                event_code            text,
                began                 text,
                setting               text,
                children_accompanying int     not null,
                amp_requested         boolean not null,
                reflection_requested  boolean not null,
                owner                 uuid,
                known                 boolean not null default false,
                changed               boolean not null default false,
                person_id             uuid
            ) on commit drop
            """;

    private static final String COPY = """
            copy filed (line, id, registered_on, region, municipality_code, sex, age_group, birth_year, citizenship, forms,
                        sector, referred_by, event_code, began, setting, children_accompanying, amp_requested,
                        reflection_requested)
            from stdin
            """;

    /// Row-level security leaves only registrations of the organisation that is bound.
    private static final String COMPARE = """
            update filed f
            set known = true,
                person_id = r.person_id,
                changed = (r.registered_on, r.region, r.municipality_code, r.sex, r.age_group, r.birth_year, r.citizenship,
                           r.sector, r.referred_by, r.event_code, r.began, r.setting, r.children_accompanying,
                           r.amp_requested, r.reflection_requested)
                          is distinct from
                          (f.registered_on, f.region, f.municipality_code, f.sex, f.age_group, f.birth_year, f.citizenship,
                           f.sector, f.referred_by, f.event_code, f.began, f.setting, f.children_accompanying,
                           f.amp_requested, f.reflection_requested)
                    or not (r.forms <@ f.forms and f.forms <@ r.forms)
            from casework.registration r
            where r.id = f.id and f.owner = ?
            """;

    private static final String KNOWN_BY_ANOTHER_ID = """
            update filed f set id = s.registration_id
            from casework.stand_in s
            where s.filed_id = f.id and f.owner = ?
              and not exists (select from casework.registration r where r.id = f.id)
            """;

    private static final String TAKEN_BY_WHAT_IS_HIDDEN =
            "select casework.stand_in_for(array(select id from filed where owner = ? and not known))";

    private final DSLContext sql;

    FilingTable(DSLContext sql) {
        this.sql = sql;
    }

    void fill(FiledRows rows) {
        sql.execute(CREATE);
        sql.connection(connection -> {
            CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
            try (CopyText copy = new CopyText(copies.copyIn(COPY))) {
                rows.handOver(copy::write);
                copy.finish();
            }
        });
        sql.execute("create index on filed (id)");
        sql.execute("analyze filed");
    }

    /// PostgreSQL does not look at a temporary table by itself; without this it would plan for a file of one
    /// row.
    void settle() {
        sql.execute("analyze filed");
    }

    /// Two files taken at once for one organisation wait for each other, so that the second sees what the
    /// first added.
    private void hold(OrganisationId organisation) {
        sql.execute(
                "select pg_advisory_xact_lock(7366, hashtext(?))",
                organisation.value().toString());
    }

    void giveAllTo(OrganisationId organisation) {
        sql.execute("update filed set owner = ?", organisation.value());
    }

    /// Gives the bound organisation the rows whose ids it knows. Most organisations of a country have
    /// registered
    /// nobody.
    int giveKnownTo(OrganisationId organisation) {
        boolean none = sql.fetch("select from casework.registration limit 1").isEmpty();
        return none
                ? 0
                : sql.execute(
                        "update filed f set owner = ? from casework.registration r where r.id = f.id and f.owner is null",
                        organisation.value());
    }

    void giveRegionTo(String region, OrganisationId office) {
        sql.execute("update filed set owner = ? where owner is null and region = ?", office.value(), region);
    }

    List<FilingOutcome.Conflict> listHomeless() {
        return sql.fetch(
                        "select line, region from filed where owner is null order by line limit ?",
                        FilingOutcome.LISTED)
                .map(row -> new FilingOutcome.Conflict(
                        row.get(0, Long.class), FilingOutcome.Reason.NO_OFFICE, row.get(1, String.class)));
    }

    long countHomeless() {
        return sql.fetchSingle("select count(*) from filed where owner is null").get(0, Long.class);
    }

    /// New rows of other regions than `own`.
    List<FilingOutcome.Elsewhere> listElsewhere(String own) {
        return sql.fetch(
                        "select region, count(*) from filed where not known and region <> ? group by region order by region",
                        own)
                .map(row -> new FilingOutcome.Elsewhere(row.get(0, String.class), row.get(1, Long.class)));
    }

    Map<UUID, Long> countByOrganisation() {
        return sql.fetch("select owner, count(*) from filed group by owner")
                .intoMap((Record row) -> row.get(0, UUID.class), row -> row.get(1, Long.class));
    }

    /// Finds out which rows of the acting organisation are known and which of those say something else.
    ///
    /// @return how many of its rows the organisation knows
    int compare() {
        OrganisationId organisation = Acting.current().organisation();
        hold(organisation);
        sql.execute(KNOWN_BY_ANOTHER_ID, organisation.value());
        return sql.execute(COMPARE, organisation.value());
    }

    /// Gives new registrations whose ids belong to sealed cases other ids: to whoever cannot see those, their
    /// ids are
    /// free.
    void stepAside() {
        OrganisationId organisation = Acting.current().organisation();
        sql.execute(TAKEN_BY_WHAT_IS_HIDDEN, organisation.value());
        sql.execute(KNOWN_BY_ANOTHER_ID, organisation.value());
    }
}
