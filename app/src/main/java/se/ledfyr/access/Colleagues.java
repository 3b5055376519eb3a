package se.ledfyr.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import se.ledfyr.organisations.Member;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.Members;
import se.ledfyr.organisations.Role;

/// Administering the members of the acting organisation. Every method is for [Right#ADMINISTER_MEMBERS]; to anybody
/// else, and for a member of another organisation, it answers [NotHere].
@Service
public class Colleagues {

    /// A member as the administrator sees them.
    ///
    /// @param hasPassword false while an invitation has not been used
    public record Colleague(Member member, boolean hasPassword) {}

    /// Somebody who has been invited.
    ///
    /// @param secret to be handed over; it is not kept and cannot be shown again
    public record Invited(Member member, String secret) {

        /// Without the secret.
        @Override
        public String toString() {
            return "Invited[" + member + "]";
        }
    }

    private final Members members;
    private final Credentials credentials;
    private final Invitations invitations;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Colleagues(
            Members members,
            Credentials credentials,
            Invitations invitations,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.members = members;
        this.credentials = credentials;
        this.invitations = invitations;
        this.events = events;
        this.transaction = transaction;
    }

    @Transactional
    public List<Colleague> list() {
        Acting.require(Right.ADMINISTER_MEMBERS);
        Set<MemberId> withPassword = credentials.listWithPassword();
        return members.list().stream()
                .map(member -> new Colleague(member, withPassword.contains(member.id())))
                .toList();
    }

    /// Adds a member and invites them.
    ///
    /// @return empty when the login is in use, here or elsewhere
    /// @throws IllegalArgumentException when the name or login cannot be one
    public Optional<Invited> add(String name, String login, Set<Role> roles) {
        Acting.require(Right.ADMINISTER_MEMBERS);
        Member member = new Member(MemberId.random(), Acting.current().organisation(), login, name, roles, true);
        try {
            return Optional.ofNullable(transaction.execute(status -> {
                members.add(member);
                events.publishEvent(new AccessEvent.MemberAdded(member.id()));
                return new Invited(member, invitations.invite(member));
            }));
        } catch (DuplicateKeyException inUse) {
            return Optional.empty();
        }
    }

    /// Lets a member set a new password; the old one no longer works.
    @Transactional
    public Invited inviteAgain(MemberId id) {
        Member member = require(id);
        events.publishEvent(new AccessEvent.MemberChanged(id, "invited"));
        return new Invited(member, invitations.invite(member));
    }

    /// @return false when this would leave the organisation without an administrator
    @Transactional
    public boolean giveRoles(MemberId id, Set<Role> roles) {
        require(id);
        if (!roles.contains(Role.ADMINISTRATOR) && isLastAdministrator(id)) {
            return false;
        }
        members.giveRoles(id, roles);
        events.publishEvent(new AccessEvent.MemberChanged(id, "roles " + new TreeSet<>(roles)));
        return true;
    }

    /// Shuts a member out, from their next request on.
    ///
    /// @return false when this would leave the organisation without an administrator
    @Transactional
    public boolean shutOut(MemberId id) {
        require(id);
        if (isLastAdministrator(id)) {
            return false;
        }
        members.setActive(id, false);
        events.publishEvent(new AccessEvent.MemberChanged(id, "shut out"));
        return true;
    }

    @Transactional
    public void letIn(MemberId id) {
        require(id);
        members.setActive(id, true);
        events.publishEvent(new AccessEvent.MemberChanged(id, "let in"));
    }

    private Member require(MemberId id) {
        Acting.require(Right.ADMINISTER_MEMBERS);
        // Only the own organisation: one can also see oneself when acting for another.
        return members.find(id)
                .filter(member -> member.organisation().equals(Acting.current().organisation()))
                .orElseThrow(NotHere::new);
    }

    /// Only an administrator who can sign in counts as one who remains.
    private boolean isLastAdministrator(MemberId id) {
        List<Member> administrators = members.holdAdministrators();
        Set<MemberId> withPassword = credentials.listWithPassword();
        boolean is = administrators.stream().anyMatch(each -> each.id().equals(id));
        boolean remains =
                administrators.stream().anyMatch(each -> !each.id().equals(id) && withPassword.contains(each.id()));
        return is && !remains;
    }
}
