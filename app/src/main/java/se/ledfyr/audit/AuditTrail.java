package se.ledfyr.audit;

import static se.ledfyr.audit.internal.tables.Entry.ENTRY;
import static se.ledfyr.organisations.views.tables.Colleague.COLLEAGUE;
import static se.ledfyr.organisations.views.tables.Directory.DIRECTORY;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;

/// Reading the log. Row-level security leaves what the acting organisation did and what others did with what is its
/// own; national auditors see everything.
@Service
@Transactional
public class AuditTrail {

    /// Entries on one page.
    public static final int PAGE = 50;

    private static final int MOST_SIGHTS = 500;
    private static final ZoneId SWEDISH_TIME = ZoneId.of("Europe/Stockholm");
    private static final Field<?>[] SHOWN = {
        ENTRY.SEQ,
        ENTRY.AT,
        ENTRY.ORGANISATION,
        ENTRY.MEMBER,
        ENTRY.ACTION,
        ENTRY.SUBJECT_KIND,
        ENTRY.REASON,
        ENTRY.DETAIL,
        COLLEAGUE.NAME,
        DIRECTORY.NAME
    };
    private static final Field<Integer> ALL = DSL.cardinality(ENTRY.SUBJECTS).as("all_subjects");

    /// What is hidden from the reader is not counted either: an entry about several things reads as if it had been
    /// about the others alone.
    private static final Field<Integer> COUNT = DSL.field("""
            (select count(*) from unnest(audit.entry.subjects) as one (id)
              where one.id <> all ((select people.hidden_things())::uuid[]))
            """, Integer.class).as("subject_count");

    private final DSLContext sql;
    private final AuditLog audit;

    AuditTrail(DSLContext sql, AuditLog audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /// Who has seen or changed a thing, the latest first, at most 500. To be shown with the thing itself, whose
    /// reading the caller notes.
    public List<Sight> seenBy(UUID subject) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return entries()
                .where(ENTRY.SEQ.in(DSL.select(DSL.field("seq", Long.class))
                        .from("audit.about({0}, {1}) as about (seq)", DSL.val(subject), DSL.val(MOST_SIGHTS))))
                .orderBy(ENTRY.SEQ.desc())
                .fetch(row -> new Sight(
                        row.get(ENTRY.AT).toInstant(),
                        who(row),
                        Action.valueOf(row.get(ENTRY.ACTION)),
                        row.get(ENTRY.REASON)));
    }

    /// One page of the log, the latest first. That it was read is written down as well.
    ///
    /// @return at most [#PAGE] entries and, where there are more, one further
    /// @throws NotHere to whoever may not read it
    public List<Entry> list(Search search) {
        Acting acting = Acting.current();
        if (!acting.may(Right.READ_AUDIT) && !acting.may(Right.READ_NATIONAL_AUDIT)) {
            throw new NotHere();
        }
        List<Entry> found = entries()
                .where(conditions(search))
                .orderBy(ENTRY.SEQ.desc())
                .limit(PAGE + 1)
                .fetch(AuditTrail::read);
        audit.note(Action.AUDIT_READ, Subject.AUDIT, List.of(), null, search.inWords());
        return found;
    }

    private SelectOnConditionStep<Record> entries() {
        return sql.select(SHOWN)
                .select(COUNT, ALL)
                .from(ENTRY)
                .leftJoin(COLLEAGUE)
                .on(COLLEAGUE.ID.eq(ENTRY.MEMBER))
                .and(COLLEAGUE.ORGANISATION.eq(ENTRY.ORGANISATION))
                .leftJoin(DIRECTORY)
                .on(DIRECTORY.ID.eq(ENTRY.ORGANISATION));
    }

    private static List<Condition> conditions(Search search) {
        List<Condition> all = new ArrayList<>();
        if (search.member() != null) {
            all.add(ENTRY.MEMBER.eq(search.member().value()));
        }
        if (search.action() != null) {
            all.add(ENTRY.ACTION.eq(search.action().name()));
        }
        LocalDate day = search.day();
        if (day != null) {
            all.add(ENTRY.AT.ge(
                    day.atStartOfDay(SWEDISH_TIME).toOffsetDateTime().withOffsetSameInstant(ZoneOffset.UTC)));
            all.add(ENTRY.AT.lt(day.plusDays(1)
                    .atStartOfDay(SWEDISH_TIME)
                    .toOffsetDateTime()
                    .withOffsetSameInstant(ZoneOffset.UTC)));
        }
        if (search.before() != null) {
            all.add(ENTRY.SEQ.lt(search.before()));
        }
        return all;
    }

    private static Entry read(Record row) {
        return new Entry(
                row.get(ENTRY.SEQ),
                row.get(ENTRY.AT).toInstant(),
                who(row),
                Action.valueOf(row.get(ENTRY.ACTION)),
                Subject.valueOf(row.get(ENTRY.SUBJECT_KIND)),
                row.get(COUNT),
                row.get(ENTRY.REASON),
                detail(row.get(ENTRY.DETAIL), row.get(ALL), row.get(COUNT)));
    }

    /// Where the detail says how many there were, it says how many there are for the reader.
    private static @Nullable String detail(@Nullable String detail, int all, int shown) {
        return detail == null || all == shown
                ? detail
                : detail.replaceFirst("\\b" + all + "$", Integer.toString(shown));
    }

    private static Who who(Record row) {
        @Nullable UUID organisation = row.get(ENTRY.ORGANISATION);
        @Nullable String colleague = row.get(COLLEAGUE.NAME);
        @Nullable String office = row.get(DIRECTORY.NAME);
        if (organisation == null) {
            return new Who(Who.Kind.NOBODY, "");
        }
        if (colleague != null
                && organisation.equals(Acting.current().organisation().value())) {
            return new Who(Who.Kind.COLLEAGUE, colleague);
        }
        return row.get(ENTRY.MEMBER) == null
                ? new Who(Who.Kind.OPERATOR, "")
                : new Who(Who.Kind.OTHER_ORGANISATION, office == null ? "" : office);
    }
}
