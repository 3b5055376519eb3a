package se.ledfyr.organisations;

import static se.ledfyr.organisations.internal.tables.Member.MEMBER;
import static se.ledfyr.organisations.internal.tables.Organisation.ORGANISATION;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The members of the acting organisation. Row-level security hides everybody else's, except from somebody who presents
/// a login at the door and thereby may see that one row.
@Service
@Transactional
public class Members {

    private final DSLContext sql;
    private final Clock clock;

    Members(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    public void add(Member member) {
        sql.insertInto(MEMBER)
                .set(MEMBER.ID, member.id().value())
                .set(MEMBER.ORGANISATION, member.organisation().value())
                .set(MEMBER.LOGIN, member.login())
                .set(MEMBER.NAME, member.name())
                .set(MEMBER.ROLES, names(member.roles()))
                .set(MEMBER.CREATED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
    }

    public Optional<Member> find(MemberId id) {
        return sql.selectFrom(MEMBER).where(MEMBER.ID.eq(id.value())).fetchOptional(Members::read);
    }

    /// The member, who cannot be changed or shut out until the transaction ends.
    public Optional<Member> hold(MemberId id) {
        return sql.selectFrom(MEMBER).where(MEMBER.ID.eq(id.value())).forShare().fetchOptional(Members::read);
    }

    public Optional<Member> findByLogin(String login) {
        return sql.selectFrom(MEMBER).where(MEMBER.LOGIN.eq(login)).fetchOptional(Members::read);
    }

    /// The member with their organisation, as one question: asked again with every request, so that what has changed
    /// counts at once. Empty for a member of an organisation that no longer takes part.
    public Optional<Membership> findMembership(MemberId id) {
        return sql.select(MEMBER.fields())
                .select(ORGANISATION.fields())
                .from(MEMBER)
                .join(ORGANISATION)
                .on(ORGANISATION.ID.eq(MEMBER.ORGANISATION))
                .where(MEMBER.ID.eq(id.value()))
                .and(ORGANISATION.CLOSED_AT.isNull())
                .fetchOptional(row -> new Membership(read(row), Organisations.read(row)));
    }

    /// Everybody in the acting organisation, by name, including those shut out.
    public List<Member> list() {
        return sql.selectFrom(MEMBER).orderBy(MEMBER.NAME, MEMBER.ID).fetch(Members::read);
    }

    /// The administrators who have not been shut out, held until the transaction ends, so that two of them cannot
    /// remove each other at the same moment.
    public List<Member> holdAdministrators() {
        return sql.selectFrom(MEMBER)
                .where(MEMBER.ROLES.contains(new String[] {Role.ADMINISTRATOR.name()}))
                .and(MEMBER.DISABLED_AT.isNull())
                .orderBy(MEMBER.ID)
                .forUpdate()
                .fetch(Members::read);
    }

    /// @return false when there is no such member here
    public boolean giveRoles(MemberId id, Set<Role> roles) {
        return sql.update(MEMBER)
                        .set(MEMBER.ROLES, names(roles))
                        .where(MEMBER.ID.eq(id.value()))
                        .execute()
                == 1;
    }

    /// Shuts a member out, or lets them in again. Takes effect with their next request.
    ///
    /// @return false when there is no such member here
    public boolean setActive(MemberId id, boolean active) {
        return sql.update(MEMBER)
                        .set(MEMBER.DISABLED_AT, active ? null : clock.instant().atOffset(ZoneOffset.UTC))
                        .where(MEMBER.ID.eq(id.value()))
                        .execute()
                == 1;
    }

    private static String[] names(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().toArray(String[]::new);
    }

    private static Member read(Record row) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream(row.get(MEMBER.ROLES)).map(Role::valueOf).forEach(roles::add);
        return new Member(
                new MemberId(row.get(MEMBER.ID)),
                new OrganisationId(row.get(MEMBER.ORGANISATION)),
                row.get(MEMBER.LOGIN),
                row.get(MEMBER.NAME),
                roles,
                row.get(MEMBER.DISABLED_AT) == null);
    }
}
