package se.ledfyr.returns;

import static se.ledfyr.returns.internal.tables.ReturnGroup.RETURN_GROUP;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import se.ledfyr.organisations.OrganisationId;

/// The SQL of groups.
@Repository
class ReturnGroupRows {

    private static final int MOST = 20;

    private final DSLContext sql;

    ReturnGroupRows(DSLContext sql) {
        this.sql = sql;
    }

    Optional<ReturnGroup> find(GroupId id) {
        return list(RETURN_GROUP.ID.eq(id.value())).stream().findFirst();
    }

    /// The latest of an end, newest first.
    List<ReturnGroup> latest(boolean operator, UUID organisation) {
        return list((operator ? RETURN_GROUP.OPERATOR : RETURN_GROUP.ORGANISATION).eq(organisation));
    }

    private List<ReturnGroup> list(Condition which) {
        return sql.selectFrom(RETURN_GROUP)
                .where(which)
                .orderBy(RETURN_GROUP.OPENED_ON.desc(), RETURN_GROUP.ID)
                .limit(MOST)
                .fetch(row -> {
                    UUID operator = row.get(RETURN_GROUP.OPERATOR);
                    return new ReturnGroup(
                            new GroupId(row.get(RETURN_GROUP.ID)),
                            new OrganisationId(row.get(RETURN_GROUP.ORGANISATION)),
                            operator == null ? null : new OrganisationId(operator),
                            row.get(RETURN_GROUP.CODE),
                            row.get(RETURN_GROUP.OPENED_ON));
                });
    }
}
