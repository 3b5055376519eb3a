package se.ledfyr.casework;

import static se.ledfyr.casework.internal.tables.CaseFile.CASE_FILE;
import static se.ledfyr.casework.internal.tables.Dossier.DOSSIER;
import static se.ledfyr.casework.internal.tables.Link.LINK;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.people.PersonId;

/// Cases that belong together: families, and people found at the same event.
///
/// A link is seen by whoever sees both cases. Where one of them is hidden the link is not there either,
/// and linking with it answers as for a case that does not exist.
@Service
@Transactional
public class CaseLinks {

    /// Companions of an event shown with a case; an inspection may find hundreds.
    static final int MOST_COMPANIONS = 100;

    private final DSLContext sql;
    private final CaseQueries queries;
    private final AuditLog audit;
    private final Clock clock;

    CaseLinks(DSLContext sql, CaseQueries queries, AuditLog audit, Clock clock) {
        this.sql = sql;
        this.queries = queries;
        this.audit = audit;
        this.clock = clock;
    }

    /// Links two cases.
    ///
    /// @param kind what `other` is to `id`
    /// @return false when they are linked already
    /// @throws NotHere when one of them does not exist or the acting organisation holds neither
    public boolean link(CaseId id, CaseId other, LinkKind kind) {
        Acting acting = changing(id, other);
        boolean swap = kind == LinkKind.PARENT;
        boolean added = sql.insertInto(LINK)
                        .set(LINK.CASE_ID, swap ? other.value() : id.value())
                        .set(LINK.OTHER, swap ? id.value() : other.value())
                        .set(LINK.KIND, (kind == LinkKind.CHILD ? LinkKind.PARENT : kind).name())
                        .set(LINK.ORGANISATION, acting.organisation().value())
                        .set(LINK.LINKED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                        .set(
                                LINK.LINKED_BY,
                                acting.member() == null ? null : acting.member().value())
                        .onConflictDoNothing()
                        .execute()
                == 1;
        if (added) {
            audit.note(Action.CASES_LINKED, Subject.CASE, List.of(id.value(), other.value()), null, kind.name());
        }
        return added;
    }

    /// Takes away a link that the acting organisation made.
    ///
    /// @throws NotHere when there is no such link of its making
    public void unlink(CaseId id, CaseId other) {
        changing(id, other);
        Boolean gone = sql.resultQuery("select casework.unlink(?, ?)", id.value(), other.value())
                .fetchSingle()
                .get(0, Boolean.class);
        if (!Boolean.TRUE.equals(gone)) {
            throw new NotHere();
        }
        audit.note(Action.CASES_UNLINKED, Subject.CASE, List.of(id.value(), other.value()), null, null);
    }

    /// The cases that belong with one: family first, then those found at the same event.
    public List<LinkedCase> list(CaseId id) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        List<LinkedCase> linked = new ArrayList<>(written(id));
        linked.addAll(companions(id).stream()
                .filter(one -> linked.stream().noneMatch(known -> known.id().equals(one.id())))
                .toList());
        if (!linked.isEmpty()) {
            List<UUID> shown = linked.stream().map(one -> one.id().value()).toList();
            audit.note(Action.LISTED, Subject.CASE, shown, null, null);
        }
        return List.copyOf(linked);
    }

    private Acting changing(CaseId id, CaseId other) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        Acting acting = Acting.current();
        CaseFile one = queries.find(id).orElseThrow(NotHere::new);
        CaseFile two = queries.find(other).orElseThrow(NotHere::new);
        if (id.equals(other) || !(one.isHeldBy(acting.organisation()) || two.isHeldBy(acting.organisation()))) {
            throw new NotHere();
        }
        return acting;
    }

    private List<LinkedCase> written(CaseId id) {
        Field<UUID> far = DSL.when(LINK.CASE_ID.eq(id.value()), LINK.OTHER).otherwise(LINK.CASE_ID);
        return sql.select(CASE_FILE.ID, CASE_FILE.REFERENCE, CASE_FILE.ROUTE, CASE_FILE.STATE, DOSSIER.PERSON_ID)
                .select(LINK.CASE_ID, LINK.KIND)
                .from(LINK)
                .join(CASE_FILE)
                .on(CASE_FILE.ID.eq(far))
                .join(DOSSIER)
                .on(DOSSIER.CASE_ID.eq(CASE_FILE.ID))
                .where(LINK.CASE_ID.eq(id.value()).or(LINK.OTHER.eq(id.value())))
                .orderBy(LINK.LINKED_AT, CASE_FILE.ID)
                .fetch(row -> {
                    LinkKind near = LinkKind.valueOf(row.get(LINK.KIND));
                    return linked(row, row.get(LINK.CASE_ID).equals(id.value()) ? near.seenFromTheOther() : near, true);
                });
    }

    private List<LinkedCase> companions(CaseId id) {
        UUID together = sql.select(CASE_FILE.FOUND_TOGETHER)
                .from(CASE_FILE)
                .where(CASE_FILE.ID.eq(id.value()))
                .fetchOne(CASE_FILE.FOUND_TOGETHER);
        if (together == null) {
            return List.of();
        }
        Condition others = CASE_FILE.FOUND_TOGETHER.eq(together).and(CASE_FILE.ID.ne(id.value()));
        return sql.select(CASE_FILE.ID, CASE_FILE.REFERENCE, CASE_FILE.ROUTE, CASE_FILE.STATE, DOSSIER.PERSON_ID)
                .from(CASE_FILE)
                .join(DOSSIER)
                .on(DOSSIER.CASE_ID.eq(CASE_FILE.ID))
                .where(others)
                .orderBy(CASE_FILE.OPENED_AT, CASE_FILE.ID)
                .limit(MOST_COMPANIONS)
                .fetch(row -> linked(row, LinkKind.COMPANION, false));
    }

    private static LinkedCase linked(Record row, LinkKind kind, boolean written) {
        return new LinkedCase(
                new CaseId(row.get(CASE_FILE.ID)),
                row.get(CASE_FILE.REFERENCE),
                kind,
                Route.ofCode(row.get(CASE_FILE.ROUTE)),
                row.get(CASE_FILE.STATE).equals("OPEN"),
                written,
                new PersonId(row.get(DOSSIER.PERSON_ID)));
    }
}
