package se.ledfyr.organisations;

import static se.ledfyr.organisations.internal.tables.Organisation.ORGANISATION;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The organisations that take part. That they take part is known to all of them.
@Service
@Transactional
public class Organisations {

    private final DSLContext sql;
    private final Clock clock;

    Organisations(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    public void add(Organisation organisation) {
        sql.insertInto(ORGANISATION)
                .set(ORGANISATION.ID, organisation.id().value())
                .set(ORGANISATION.NAME, organisation.name())
                .set(ORGANISATION.KIND, organisation.kind().name())
                .set(ORGANISATION.REGION, organisation.region())
                .set(ORGANISATION.MUNICIPALITY_CODE, organisation.municipality())
                .set(ORGANISATION.CREATED_AT, clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .execute();
    }

    /// Adds an organisation that takes part without an account: what is offered to it is answered through a
    /// link.
    ///
    /// @param mailbox where the link is sent
    public void addWithoutAccount(Organisation organisation, String mailbox) {
        add(organisation);
        sql.update(ORGANISATION)
                .set(ORGANISATION.MAILBOX, mailbox)
                .set(ORGANISATION.WITHOUT_ACCOUNT, true)
                .where(ORGANISATION.ID.eq(organisation.id().value()))
                .execute();
    }

    /// Where mail for an organisation goes that takes part without an account; empty for every other.
    public Optional<String> findMailboxWithoutAccount(OrganisationId id) {
        return sql.select(ORGANISATION.MAILBOX)
                .from(ORGANISATION)
                .where(ORGANISATION.ID.eq(id.value()))
                .and(ORGANISATION.WITHOUT_ACCOUNT)
                .and(ORGANISATION.CLOSED_AT.isNull())
                .fetchOptional(ORGANISATION.MAILBOX);
    }

    /// All that take part now without an account, by name.
    public List<Organisation> listWithoutAccount() {
        return sql.selectFrom(ORGANISATION)
                .where(ORGANISATION.CLOSED_AT.isNull())
                .and(ORGANISATION.WITHOUT_ACCOUNT)
                .orderBy(ORGANISATION.NAME)
                .fetch(Organisations::read);
    }

    /// The national coordination, if it takes part.
    public Optional<Organisation> findNationalCoordination() {
        return sql.selectFrom(ORGANISATION)
                .where(ORGANISATION.KIND.eq(OrganisationKind.NATIONAL_COORDINATION.name()))
                .and(ORGANISATION.CLOSED_AT.isNull())
                .orderBy(ORGANISATION.CREATED_AT, ORGANISATION.ID)
                .limit(1)
                .fetchOptional(Organisations::read);
    }

    public Optional<Organisation> find(OrganisationId id) {
        return sql.selectFrom(ORGANISATION)
                .where(ORGANISATION.ID.eq(id.value()))
                .fetchOptional(Organisations::read);
    }

    /// The office that answers for a police region, if there is one.
    public Optional<Organisation> findOfficeOf(String region) {
        return sql.selectFrom(ORGANISATION)
                .where(ORGANISATION.REGION.eq(region))
                .and(ORGANISATION.KIND.eq(OrganisationKind.REGIONAL_COORDINATION.name()))
                .and(ORGANISATION.CLOSED_AT.isNull())
                .fetchOptional(Organisations::read);
    }

    /// All that take part now, by name.
    public List<Organisation> list() {
        return sql.selectFrom(ORGANISATION)
                .where(ORGANISATION.CLOSED_AT.isNull())
                .orderBy(ORGANISATION.NAME)
                .fetch(Organisations::read);
    }

    static Organisation read(Record row) {
        return new Organisation(
                new OrganisationId(row.get(ORGANISATION.ID)),
                row.get(ORGANISATION.NAME),
                OrganisationKind.valueOf(row.get(ORGANISATION.KIND)),
                row.get(ORGANISATION.REGION),
                row.get(ORGANISATION.MUNICIPALITY_CODE));
    }
}
