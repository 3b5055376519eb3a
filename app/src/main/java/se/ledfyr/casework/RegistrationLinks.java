package se.ledfyr.casework;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.filing.FiledTable;
import se.ledfyr.filing.FilingOutcome.Conflict;
import se.ledfyr.filing.FilingOutcome.Reason;
import se.ledfyr.filing.Limited;

/// Links of a file's rows to registrations, by the column `registration_id` of the temporary table `filed`.
///
/// Row-level security leaves only registrations of the organisation that keeps the rows: a link to
/// somebody else's is a link to nothing, in the same words.
@Component
public class RegistrationLinks {

    private static final String MISSING = """
            select f.line
            from filed f
            where f.owner = ? and f.registration_id is not null
              and not exists (select from casework.registration r where r.id = f.registration_id)
            order by f.line
            """;

    /// A file that was taken before may have brought the registration under an id that stands in for its own.
    private static final String FOLLOW_STAND_INS = """
            update filed f set registration_id = s.registration_id
            from casework.stand_in s
            where f.owner = ? and s.filed_id = f.registration_id
              and not exists (select from casework.registration r where r.id = f.registration_id)
            """;

    private static final String TAKE_PERSON = """
            update filed f set person_id = r.person_id
            from casework.registration r
            where f.owner = ? and r.id = f.registration_id and f.person_id is distinct from r.person_id
            """;

    private static final String LEAVE_PERSON = """
            update filed f set person_id = null
            from %s r
            where r.id = f.id and f.owner = ? and f.registration_id is null and r.registration_id is not null
            """;

    private final DSLContext sql;

    RegistrationLinks(DSLContext sql) {
        this.sql = sql;
    }

    /// Links to registrations that stand in for sealed ones, where a file has brought those before.
    public void followStandIns() {
        sql.execute(FOLLOW_STAND_INS, owner());
    }

    /// Finds links to nothing, and rows that say something else than the registration they link to.
    ///
    /// @param agreeing columns of the file that must say the same as a fact of the registration
    public void findConflicts(Map<String, LinkedFact> agreeing, Limited<Conflict> found) {
        add(
                found,
                "registration_id",
                Reason.LINK_MISSING,
                sql.fetch(MISSING, owner()).getValues(0, Long.class));
        agreeing.forEach((column, fact) -> add(found, column, Reason.LINK_DIFFERS, differing(column, fact)));
    }

    /// Rows that link are about the person of their registration. A row that no longer links must not go on being about
    /// the person of the registration it linked to.
    ///
    /// @param table where the rows are kept
    public void givePersons(FiledTable table) {
        sql.execute(TAKE_PERSON, owner());
        sql.execute(LEAVE_PERSON.formatted(table.name()), owner());
    }

    private List<Long> differing(String column, LinkedFact fact) {
        return sql.fetch("""
                        select f.line
                        from filed f join casework.registration r on r.id = f.registration_id
                        where f.owner = ? and not (%s)
                        order by f.line
                        """.formatted(fact.agrees(column)), owner()).getValues(0, Long.class);
    }

    private static void add(Limited<Conflict> found, String column, Reason reason, List<Long> lines) {
        found.add(
                lines.stream()
                        .limit(found.room())
                        .map(line -> new Conflict(line, column, reason, ""))
                        .toList(),
                lines.size());
    }

    private static UUID owner() {
        return Acting.current().organisation().value();
    }
}
