package se.ledfyr.access;

import static se.ledfyr.access.internal.tables.Credential.CREDENTIAL;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import se.ledfyr.organisations.Member;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.OrganisationId;

/// The secrets by which members prove who they are, always as hashes. Runs in the caller's transaction.
@Component
class Credentials {

    /// Who an invitation is for.
    record Invited(MemberId member, OrganisationId organisation) {}

    private final DSLContext sql;
    private final Clock clock;

    Credentials(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    Optional<String> findPasswordHash(MemberId member) {
        return sql.select(CREDENTIAL.PASSWORD_HASH)
                .from(CREDENTIAL)
                .where(CREDENTIAL.MEMBER_ID.eq(member.value()))
                .fetchOptional(CREDENTIAL.PASSWORD_HASH);
    }

    /// Sets a password; an invitation that was open is thereby used up.
    void setPassword(MemberId member, OrganisationId organisation, String hash) {
        sql.insertInto(CREDENTIAL)
                .set(CREDENTIAL.MEMBER_ID, member.value())
                .set(CREDENTIAL.ORGANISATION, organisation.value())
                .set(CREDENTIAL.PASSWORD_HASH, hash)
                .set(CREDENTIAL.CHANGED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .onConflict(CREDENTIAL.MEMBER_ID)
                .doUpdate()
                .set(CREDENTIAL.PASSWORD_HASH, hash)
                .set(CREDENTIAL.CHANGED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .setNull(CREDENTIAL.INVITATION_HASH)
                .setNull(CREDENTIAL.INVITATION_EXPIRES)
                .execute();
    }

    /// Opens an invitation. A password that was set before no longer counts.
    void invite(Member member, String invitationHash, Instant expires) {
        sql.insertInto(CREDENTIAL)
                .set(CREDENTIAL.MEMBER_ID, member.id().value())
                .set(CREDENTIAL.ORGANISATION, member.organisation().value())
                .set(CREDENTIAL.CHANGED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(CREDENTIAL.INVITATION_HASH, invitationHash)
                .set(CREDENTIAL.INVITATION_EXPIRES, expires.atOffset(ZoneOffset.UTC))
                .onConflict(CREDENTIAL.MEMBER_ID)
                .doUpdate()
                .setNull(CREDENTIAL.PASSWORD_HASH)
                .set(CREDENTIAL.CHANGED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(CREDENTIAL.INVITATION_HASH, invitationHash)
                .set(CREDENTIAL.INVITATION_EXPIRES, expires.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /// Sets the password if the invitation is still open.
    ///
    /// @return false when it has been used or is too old
    boolean useInvitation(String invitationHash, String passwordHash) {
        return sql.update(CREDENTIAL)
                        .set(CREDENTIAL.PASSWORD_HASH, passwordHash)
                        .set(CREDENTIAL.CHANGED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                        .setNull(CREDENTIAL.INVITATION_HASH)
                        .setNull(CREDENTIAL.INVITATION_EXPIRES)
                        .where(CREDENTIAL.INVITATION_HASH.eq(invitationHash))
                        .and(CREDENTIAL.INVITATION_EXPIRES.gt(clock.instant().atOffset(ZoneOffset.UTC)))
                        .execute()
                == 1;
    }

    /// The members of the acting organisation who have a password.
    Set<MemberId> listWithPassword() {
        return sql.select(CREDENTIAL.MEMBER_ID)
                .from(CREDENTIAL)
                .where(CREDENTIAL.PASSWORD_HASH.isNotNull())
                .fetchSet(row -> new MemberId(row.value1()));
    }

    /// Whom the invitation that is presented at the door is for, while it can be used.
    Optional<Invited> findInvited(String invitationHash) {
        sql.execute("select set_config('ledfyr.invitation', ?, true)", invitationHash);
        return sql.select(CREDENTIAL.MEMBER_ID, CREDENTIAL.ORGANISATION)
                .from(CREDENTIAL)
                .where(CREDENTIAL.INVITATION_HASH.eq(invitationHash))
                .and(CREDENTIAL.INVITATION_EXPIRES.gt(clock.instant().atOffset(ZoneOffset.UTC)))
                .fetchOptional(row -> new Invited(new MemberId(row.value1()), new OrganisationId(row.value2())));
    }
}
