package se.ledfyr.surveys;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import se.ledfyr.access.Acting;
import se.ledfyr.audit.Subject;
import se.ledfyr.filing.FiledColumn;
import se.ledfyr.filing.FiledKind;
import se.ledfyr.filing.FiledTable;
import se.ledfyr.filing.FilingOutcome.Conflict;
import se.ledfyr.filing.FilingOutcome.Reason;
import se.ledfyr.filing.Keeper;
import se.ledfyr.filing.Limited;
import se.ledfyr.organisations.OrganisationKind;

/// Contacts of one edition, as files bring them in: sent at once, each kept by the member that the file names.
final class FiledContacts implements FiledKind {

    private static final String REPORTING = "reporting_organisation";
    private static final String GUARDIAN = "guardian_id";

    private static final String FOLLOW_STAND_INS = """
            update filed f set guardian_id = s.contact_id
            from surveys.stand_in s
            where f.owner = ? and s.filed_id = f.guardian_id
              and not exists (select from surveys.contact c where c.id = f.guardian_id)
            """;

    private static final String OTHER_FORM = """
            from filed f join surveys.contact r on r.id = f.id
            where f.owner = ? and (r.form <> ? or r.year <> ?)
            """;

    /// A file is of the last revision: it can say again what was answered in an earlier one, and not change it.
    private static final String EARLIER_REVISION = """
            from filed f join surveys.contact r on r.id = f.id
            where f.owner = ? and f.changed and r.form = ? and r.year = ? and r.edition <> ?
            """;

    private static final String NO_GUARDIAN = """
            from filed f
            where f.owner = ? and f.guardian_id is not null
              and not exists (select from surveys.contact c
                              where c.id = f.guardian_id and c.organisation = f.owner and c.form = 'ADULT' and c.struck_at is null)
            """;

    private final Edition edition;
    private final FiledTable table;
    private final Participants participants;
    private final DSLContext sql;

    FiledContacts(Edition edition, Participants participants, DSLContext sql) {
        this.edition = edition;
        this.participants = participants;
        this.sql = sql;
        this.table = new FiledTable(
                "person_id",
                "surveys.contact",
                "surveys.contact_change",
                "contact_id",
                new FiledTable.StandIns("surveys.stand_in", "contact_id", "surveys.stand_in_for"),
                edition.questions().stream().map(StoredAnswers::filed).toList(),
                List.of(FiledColumn.text(REPORTING)));
    }

    @Override
    public String name() {
        return edition.fileKind();
    }

    @Override
    public FiledTable table() {
        return table;
    }

    @Override
    public Keeper keeper() {
        return new Keeper.Named(REPORTING, Set.of(OrganisationKind.NGO, OrganisationKind.SHELTER));
    }

    @Override
    public boolean hasPeople() {
        return false;
    }

    @Override
    public Optional<String> label() {
        return participants.ownLabel();
    }

    @Override
    public Optional<Statements> statements() {
        return Optional.of(new Statements(StoredAnswers.add(edition), StoredAnswers.correct(edition)));
    }

    @Override
    public Subject subject() {
        return Subject.SURVEY;
    }

    @Override
    public void followStandIns() {
        if (hasGuardians()) {
            sql.execute(FOLLOW_STAND_INS, owner());
        }
    }

    @Override
    public void findConflicts(Limited<Conflict> found) {
        String form = edition.form().name();
        list(found, "person_id", Reason.OTHER_FORM, "''", OTHER_FORM, owner(), form, edition.year());
        list(
                found,
                "person_id",
                Reason.EARLIER_REVISION,
                "r.edition",
                EARLIER_REVISION,
                owner(),
                form,
                edition.year(),
                edition.id());
        if (hasGuardians()) {
            list(found, GUARDIAN, Reason.GUARDIAN_MISSING, "''", NO_GUARDIAN, owner());
        }
    }

    private void list(
            Limited<Conflict> found, String column, Reason reason, String detail, String from, Object... binds) {
        long all = sql.fetchSingle("select count(*) " + from, binds).get(0, Long.class);
        List<Conflict> some = all == 0
                ? List.of()
                : sql.fetch("select f.line, " + detail + " " + from + " order by f.line limit " + found.room(), binds)
                        .map(row -> new Conflict(row.get(0, Long.class), column, reason, row.get(1, String.class)));
        found.add(some, all);
    }

    private boolean hasGuardians() {
        return edition.find(GUARDIAN).isPresent();
    }

    private static UUID owner() {
        return Acting.current().organisation().value();
    }
}
