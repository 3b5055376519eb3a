package se.ledfyr.casework;

import static se.ledfyr.casework.internal.tables.CaseFile.CASE_FILE;
import static se.ledfyr.casework.internal.tables.Dossier.DOSSIER;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.people.PersonId;

/// How the rows of a case read.
final class CaseRows {

    private CaseRows() {}

    static CaseFile file(Record row, CaseFile.@Nullable Holder holder) {
        OffsetDateTime closed = row.get(CASE_FILE.CLOSED_AT);
        UUID registration = row.get(DOSSIER.REGISTRATION_ID);
        return new CaseFile(
                new CaseId(row.get(CASE_FILE.ID)),
                row.get(CASE_FILE.REFERENCE),
                new OrganisationId(row.get(CASE_FILE.OPENED_BY_ORGANISATION)),
                row.get(CASE_FILE.OPENED_AT).toInstant(),
                closed == null
                        ? Optional.empty()
                        : Optional.of(new CaseFile.Ending(closed.toInstant(), row.get(CASE_FILE.OUTCOME))),
                row.get(CASE_FILE.REGION),
                row.get(CASE_FILE.MUNICIPALITY_CODE),
                Route.ofCode(row.get(CASE_FILE.ROUTE)),
                row.get(CASE_FILE.IDENTIFIED_ON),
                new PersonId(row.get(DOSSIER.PERSON_ID)),
                registration == null ? null : new RegistrationId(registration),
                Optional.ofNullable(holder));
    }

    static HolderInside inside(@Nullable UUID member, @Nullable String duty) {
        return member == null
                ? new HolderInside.Duty(Objects.requireNonNull(duty))
                : new HolderInside.Colleague(new MemberId(member));
    }

    static @Nullable HolderInside insideOrNull(@Nullable UUID member, @Nullable String duty) {
        return member == null && duty == null ? null : inside(member, duty);
    }

    static Instant instant(Record row, String field) {
        return row.get(field, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant instantOrNull(Record row, String field) {
        OffsetDateTime at = row.get(field, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static @Nullable UUID member(HolderInside inside) {
        return inside instanceof HolderInside.Colleague colleague
                ? colleague.member().value()
                : null;
    }

    static @Nullable String duty(HolderInside inside) {
        return inside instanceof HolderInside.Duty duty ? duty.name() : null;
    }
}
