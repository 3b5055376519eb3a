package se.ledfyr.returns;

import static se.ledfyr.returns.internal.tables.Application.APPLICATION;
import static se.ledfyr.returns.internal.tables.OwnEnd.OWN_END;
import static se.ledfyr.returns.internal.tables.ReturnGroup.RETURN_GROUP;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import se.ledfyr.access.Acting;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.people.PersonId;

/// The SQL of applications. Row-level security leaves those of which the acting organisation is an end.
@Repository
class ReturnRows {

    private static final Field<LocalDate> FOREVER = DSL.field("'infinity'::date", SQLDataType.LOCALDATE);

    private static final String ADMIT = """
            update returns.application a
               set state = 'ADMITTED', grant_id = new.grant_id, granted_on = ?::date, decided_on = ?::date, decided_at = ?::timestamptz,
                   decided_in = ?, decided_by = ?, funding_year = ?, version = a.version + 1, changed_at = ?::timestamptz
              from unnest(?::uuid[], ?::uuid[]) as new (id, grant_id)
             where a.id = new.id
            """;

    private final DSLContext sql;
    private final Clock clock;

    ReturnRows(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    Optional<ReturnLine> find(ReturnId id) {
        return lines(APPLICATION.ID.eq(id.value())).stream().findFirst();
    }

    /// Held until the transaction ends, in the order of their ids.
    List<Return> lock(Collection<ReturnId> ids) {
        return sql.select(ReadReturn.COLUMNS)
                .from(APPLICATION)
                .where(APPLICATION.ID.eq(DSL.any(values(ids))))
                .orderBy(APPLICATION.ID)
                .forUpdate()
                .fetch(ReadReturn::of);
    }

    List<ReturnLine> listOf(GroupId group) {
        return lines(APPLICATION.GROUP_ID.eq(group.value()));
    }

    List<ReturnLine> companions(ReturnId id) {
        return lines(APPLICATION.WITH_ID.eq(id.value()));
    }

    /// Those about a person in the acting organisation's keeping, newest first.
    List<ReturnLine> listOf(PersonId person) {
        return lines(APPLICATION.ID.in(
                DSL.select(OWN_END.APPLICATION_ID).from(OWN_END).where(OWN_END.PERSON_ID.eq(person.value()))));
    }

    /// One page of a stage, what is due first comes first.
    List<ReturnLine> list(boolean operator, Stage stage, ReturnPage.@Nullable Place after, int most) {
        Condition behind = after == null
                ? DSL.noCondition()
                : DSL.row(APPLICATION.DUE_ON, APPLICATION.ID)
                        .gt(DSL.row(after.due() == null ? FOREVER : DSL.val(after.due()), DSL.val(after.id())));
        return sql.select(ReadReturn.COLUMNS)
                .select(OWN_END.PERSON_ID, RETURN_GROUP.CODE)
                .from(APPLICATION)
                .leftJoin(OWN_END)
                .on(OWN_END.APPLICATION_ID.eq(APPLICATION.ID))
                .leftJoin(RETURN_GROUP)
                .on(RETURN_GROUP.ID.eq(APPLICATION.GROUP_ID))
                .where(own(operator).eq(organisation()))
                .and(APPLICATION.STAGE.eq(stage.name()))
                .and(behind)
                .orderBy(APPLICATION.DUE_ON, APPLICATION.ID)
                .limit(most)
                .fetch(ReadReturn::line);
    }

    StageCounts count(boolean operator, LocalDate today) {
        Map<Stage, Integer> counts = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            if (stage != Stage.ENDED) {
                counts.put(stage, bounded(own(operator).eq(organisation()).and(APPLICATION.STAGE.eq(stage.name()))));
            }
        }
        Condition live = APPLICATION.STAGE.in("WAITING", "BEFORE", "JOURNEY", "AFTER");
        return new StageCounts(
                counts, bounded(own(operator).eq(organisation()).and(live).and(APPLICATION.DUE_ON.lt(today))));
    }

    /// Writes one or several columns of several applications and counts their versions up.
    void update(Collection<ReturnId> ids, Map<Field<?>, @Nullable Object> values) {
        sql.update(APPLICATION)
                .set(new LinkedHashMap<>(values))
                .set(APPLICATION.VERSION, APPLICATION.VERSION.plus(1))
                .set(APPLICATION.CHANGED_AT, now())
                .where(APPLICATION.ID.eq(DSL.any(values(ids))))
                .execute();
    }

    <T> void update(Collection<ReturnId> ids, TableField<?, T> column, @Nullable T value) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(column, value);
        update(ids, values);
    }

    /// @param grants of each application
    void admit(Map<UUID, UUID> grants, LocalDate day, OrganisationId by, UUID member) {
        List<UUID> ids = List.copyOf(grants.keySet());
        sql.execute(
                ADMIT,
                day,
                day,
                now(),
                by.value(),
                member,
                (short) day.getYear(),
                now(),
                ids.toArray(UUID[]::new),
                ids.stream().map(grants::get).toArray(UUID[]::new));
    }

    /// Sets the clocks of both ends to what is due next.
    void ring(Collection<ReturnId> ids) {
        sql.fetch("select returns.set_clocks(?::uuid[], ?::timestamptz)", values(ids), now());
    }

    OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private List<ReturnLine> lines(Condition which) {
        return sql.select(ReadReturn.COLUMNS)
                .select(OWN_END.PERSON_ID, RETURN_GROUP.CODE)
                .from(APPLICATION)
                .leftJoin(OWN_END)
                .on(OWN_END.APPLICATION_ID.eq(APPLICATION.ID))
                .leftJoin(RETURN_GROUP)
                .on(RETURN_GROUP.ID.eq(APPLICATION.GROUP_ID))
                .where(which)
                .orderBy(APPLICATION.OPENED_AT.desc(), APPLICATION.ID)
                .fetch(ReadReturn::line);
    }

    private int bounded(Condition which) {
        return sql.fetchCount(sql.selectOne().from(APPLICATION).where(which).limit(StageCounts.MOST));
    }

    private static Field<UUID> own(boolean operator) {
        return operator ? APPLICATION.OPERATOR : APPLICATION.ORGANISATION;
    }

    private static UUID organisation() {
        return Acting.current().organisation().value();
    }

    static UUID[] values(Collection<ReturnId> ids) {
        return ids.stream().map(ReturnId::value).toArray(UUID[]::new);
    }
}
