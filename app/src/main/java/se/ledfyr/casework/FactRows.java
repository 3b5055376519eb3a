package se.ledfyr.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NationalFacts;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.organisations.OrganisationId;

/// Registrations as rows of facts, one after another, however many there are: for exporting.
///
/// A member reads those of the own organisation; who may read national facts reads the country's,
/// through the statistics role that has no way to anybody's identity. Reading is two steps: [#note]
/// writes down what will be read and commits, then [#each] reads exactly that.
@Service
public class FactRows {

    private static final int FETCHED_AT_ONCE = 1_000;
    private static final int NOTED_AT_ONCE = 500;

    private static final String FILTER = """
            from casework.registration
            where (?::int is null or year = ?::int)
              and (?::text is null or region = ?::text)
              and (?::text is null or event_code = ?::text)
              and (removed_at is not null) = ?
              and created_at <= ?::timestamptz
            """;

    private static final String FACTS = """
            select id, registered_on, region, municipality_code, sex, age_group, birth_year, citizenship, forms, sector,
                   referred_by, event_code, began, setting, children_accompanying, amp_requested, reflection_requested
            """ + FILTER + " order by registered_on, id";

    private final DSLContext own;
    private final NationalFacts national;
    private final AuditLog audit;

    FactRows(DSLContext own, NationalFacts national, AuditLog audit) {
        this.own = own;
        this.national = national;
        this.audit = audit;
    }

    /// Writes down that the registrations made until `until` are being taken out, before any of them leaves.
    ///
    /// @param how format, for the audit log
    /// @return how many registrations there are
    /// @throws se.ledfyr.access.NotHere when the acting member may not read facts
    @Transactional
    public long note(WorkListFilter filter, Instant until, String how) {
        Acting.require(Right.READ_FACTS);
        return readsTheCountry() ? noteNational(filter, until, how) : noteOwn(filter, until, how);
    }

    /// Hands over every registration made until `until`, oldest day first.
    ///
    /// @throws se.ledfyr.access.NotHere when the acting member may not read facts
    @Transactional
    public void each(WorkListFilter filter, Instant until, Consumer<? super FiledRegistration> reader) {
        Acting.require(Right.READ_FACTS);
        if (readsTheCountry()) {
            national.read(sql -> walk(sql, filter, until, reader));
        } else {
            walk(own, filter, until, reader);
        }
    }

    private static boolean readsTheCountry() {
        return Acting.current().may(Right.READ_NATIONAL_FACTS);
    }

    private long noteOwn(WorkListFilter filter, Instant until, String how) {
        List<UUID> ids = own.fetch("select id " + FILTER + " order by registered_on, id", values(filter, until))
                .getValues(0, UUID.class);
        for (int from = 0; from < ids.size(); from += NOTED_AT_ONCE) {
            List<UUID> part = ids.subList(from, Math.min(ids.size(), from + NOTED_AT_ONCE));
            audit.note(Action.EXPORTED, Subject.REGISTRATION, part, null, how);
        }
        if (ids.isEmpty()) {
            audit.note(Action.EXPORTED, Subject.REGISTRATION, ids, null, how);
        }
        return ids.size();
    }

    /// Each organisation can see that its facts were taken out, and how many.
    private long noteNational(WorkListFilter filter, Instant until, String how) {
        var counts = national.read(
                sql -> sql.fetch("select organisation, count(*) " + FILTER + " group by 1", values(filter, until)));
        long all = 0;
        for (Record row : counts) {
            long count = row.get(1, Long.class);
            all += count;
            audit.noteAbout(
                    new OrganisationId(row.get(0, UUID.class)),
                    Action.EXPORTED,
                    Subject.REGISTRATION,
                    List.of(),
                    "%s, registrations %d".formatted(how, count));
        }
        if (counts.isEmpty()) {
            audit.note(Action.EXPORTED, Subject.REGISTRATION, List.of(), null, how);
        }
        return all;
    }

    private static long walk(
            DSLContext sql, WorkListFilter filter, Instant until, Consumer<? super FiledRegistration> reader) {
        long line = 1;
        try (Cursor<Record> rows = sql.resultQuery(FACTS, values(filter, until))
                .fetchSize(FETCHED_AT_ONCE)
                .fetchLazy()) {
            for (Record row : rows) {
                reader.accept(new FiledRegistration(++line, new RegistrationId(row.get(0, UUID.class)), facts(row)));
            }
        }
        return line;
    }

    @SuppressWarnings("NullAway") // an open choice is SQL null
    private static Object[] values(WorkListFilter filter, Instant until) {
        return new Object[] {
            filter.year(),
            filter.year(),
            filter.region(),
            filter.region(),
            filter.event(),
            filter.event(),
            filter.removed(),
            until.atOffset(ZoneOffset.UTC)
        };
    }

    private static Facts facts(Record row) {
        return new Facts(
                row.get(1, LocalDate.class),
                row.get(2, String.class),
                row.get(3, String.class),
                row.get(4, String.class),
                row.get(5, String.class),
                row.get(6, Integer.class),
                row.get(7, String.class),
                new TreeSet<>(List.of(row.get(8, String[].class))),
                row.get(9, String.class),
                row.get(10, String.class),
                row.get(11, String.class),
                row.get(12, String.class),
                row.get(13, String.class),
                row.get(14, Integer.class),
                row.get(15, Boolean.class),
                row.get(16, Boolean.class));
    }
}
