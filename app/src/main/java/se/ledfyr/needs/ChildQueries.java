package se.ledfyr.needs;

import static se.ledfyr.needs.internal.tables.Child.CHILD;
import static se.ledfyr.needs.internal.tables.ChildrenAsked.CHILDREN_ASKED;
import static se.ledfyr.needs.internal.tables.Contact.CONTACT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import se.ledfyr.access.Acting;
import se.ledfyr.casework.CaseId;

/// The statements about children, which only the holder of the case sees; whoever owes a need of a child sees that
/// child.
@Repository
class ChildQueries {

    private final DSLContext sql;

    ChildQueries(DSLContext sql) {
        this.sql = sql;
    }

    void answer(CaseId caseId, ChildPlace place, String answer, LocalDate on) {
        sql.insertInto(CHILDREN_ASKED)
                .set(CHILDREN_ASKED.CASE_ID, caseId.value())
                .set(CHILDREN_ASKED.HOLDER, Acting.current().organisation().value())
                .set(CHILDREN_ASKED.PLACE, place.code())
                .set(CHILDREN_ASKED.ANSWER, answer)
                .set(CHILDREN_ASKED.ASKED_ON, on)
                .set(CHILDREN_ASKED.ASKED_BY, member())
                .onConflict(CHILDREN_ASKED.CASE_ID, CHILDREN_ASKED.PLACE)
                .doUpdate()
                .set(CHILDREN_ASKED.ANSWER, answer)
                .set(CHILDREN_ASKED.ASKED_ON, on)
                .set(CHILDREN_ASKED.ASKED_BY, member())
                .execute();
    }

    List<ChildrenAnswer> answers(CaseId caseId) {
        return sql.selectFrom(CHILDREN_ASKED)
                .where(CHILDREN_ASKED.CASE_ID.eq(caseId.value()))
                .fetch(row -> new ChildrenAnswer(
                        ChildPlace.of(row.get(CHILDREN_ASKED.PLACE)),
                        row.get(CHILDREN_ASKED.ANSWER),
                        row.get(CHILDREN_ASKED.ASKED_ON)));
    }

    void insert(ChildId id, CaseId caseId, NewChild child, Instant at) {
        sql.insertInto(CHILD)
                .set(CHILD.ID, id.value())
                .set(CHILD.CASE_ID, caseId.value())
                .set(CHILD.HOLDER, Acting.current().organisation().value())
                .set(CHILD.NUMBER, DSL.field("needs.next_child_number({0})", Integer.class, DSL.val(caseId.value())))
                .set(CHILD.PLACE, child.place().code())
                .set(CHILD.AGE_YEARS, child.age() == null ? null : child.age().shortValue())
                .set(CHILD.SEX, child.sex())
                .set(CHILD.NOTED_AT, NeedQueries.utc(at))
                .set(CHILD.NOTED_BY, member())
                .execute();
    }

    boolean update(ChildId id, NewChild child) {
        return sql.update(CHILD)
                        .set(CHILD.PLACE, child.place().code())
                        .set(
                                CHILD.AGE_YEARS,
                                child.age() == null ? null : child.age().shortValue())
                        .set(CHILD.SEX, child.sex())
                        .where(CHILD.ID.eq(id.value()))
                        .and(CHILD.STRUCK_AT.isNull())
                        .execute()
                == 1;
    }

    void strike(ChildId id, Instant at) {
        sql.update(CHILD)
                .set(CHILD.STRUCK_AT, NeedQueries.utc(at))
                .where(CHILD.ID.eq(id.value()))
                .execute();
    }

    Optional<Child> find(ChildId id) {
        return sql.selectFrom(CHILD)
                .where(CHILD.ID.eq(id.value()))
                .and(CHILD.STRUCK_AT.isNull())
                .fetchOptional(ChildQueries::read);
    }

    List<Child> listOf(CaseId caseId) {
        return sql.selectFrom(CHILD)
                .where(CHILD.CASE_ID.eq(caseId.value()))
                .and(CHILD.STRUCK_AT.isNull())
                .orderBy(CHILD.NUMBER)
                .fetch(ChildQueries::read);
    }

    boolean giveOwnCase(ChildId id, CaseId own) {
        return Boolean.TRUE.equals(sql.fetchValue("select needs.give_own_case(?, ?)", id.value(), own.value()));
    }

    void insert(CaseId caseId, Contact contact, Instant at) {
        sql.insertInto(CONTACT)
                .set(CONTACT.ID, UUID.randomUUID())
                .set(CONTACT.CASE_ID, caseId.value())
                .set(
                        CONTACT.CHILD_ID,
                        contact.child() == null ? null : contact.child().value())
                .set(CONTACT.HOLDER, Acting.current().organisation().value())
                .set(CONTACT.AUTHORITY, contact.authority().name().toLowerCase(Locale.ROOT))
                .set(CONTACT.RESULT, contact.result())
                .set(CONTACT.MADE_ON, contact.on())
                .set(CONTACT.NOTED_AT, NeedQueries.utc(at))
                .set(CONTACT.NOTED_BY, member())
                .execute();
    }

    List<Contact> contacts(CaseId caseId) {
        return sql.selectFrom(CONTACT)
                .where(CONTACT.CASE_ID.eq(caseId.value()))
                .orderBy(CONTACT.MADE_ON, CONTACT.NOTED_AT)
                .fetch(row -> new Contact(
                        childId(row.get(CONTACT.CHILD_ID)),
                        Contact.Authority.valueOf(row.get(CONTACT.AUTHORITY).toUpperCase(Locale.ROOT)),
                        row.get(CONTACT.RESULT),
                        row.get(CONTACT.MADE_ON)));
    }

    private static Child read(Record row) {
        Short age = row.get(CHILD.AGE_YEARS);
        UUID own = row.get(CHILD.OWN_CASE_ID);
        return new Child(
                new ChildId(row.get(CHILD.ID)),
                new CaseId(row.get(CHILD.CASE_ID)),
                row.get(CHILD.NUMBER),
                ChildPlace.of(row.get(CHILD.PLACE)),
                age == null ? null : age.intValue(),
                row.get(CHILD.SEX),
                own == null ? null : new CaseId(own));
    }

    private static @Nullable ChildId childId(@Nullable UUID id) {
        return id == null ? null : new ChildId(id);
    }

    private static @Nullable UUID member() {
        Acting acting = Acting.current();
        return acting.member() == null ? null : acting.member().value();
    }
}
