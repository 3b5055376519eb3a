package se.ledfyr.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import se.ledfyr.organisations.Member;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.Members;
import se.ledfyr.organisations.Organisation;
import se.ledfyr.organisations.Organisations;
import se.ledfyr.organisations.Role;

/// Letting organisations take part, for [Right#ADMINISTER_ORGANISATIONS].
@Service
public class TakingPart {

    private final Organisations organisations;
    private final Members members;
    private final Invitations invitations;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    TakingPart(
            Organisations organisations,
            Members members,
            Invitations invitations,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.organisations = organisations;
        this.members = members;
        this.invitations = invitations;
        this.events = events;
        this.transaction = transaction;
    }

    public List<Organisation> list() {
        Acting.require(Right.ADMINISTER_ORGANISATIONS);
        return organisations.list();
    }

    /// Lets an organisation take part and invites its first administrator.
    ///
    /// For as long as it takes, whoever does this acts for the new organisation: there is nobody in it yet, and
    /// nothing in it that could be seen. Its log and the national one both say who it was.
    ///
    /// @return empty when the name, the region or the login is taken
    /// @throws IllegalArgumentException when the administrator's name or login cannot be one
    public Optional<Colleagues.Invited> add(Organisation organisation, String name, String login) {
        Acting.require(Right.ADMINISTER_ORGANISATIONS);
        Acting national = Acting.current();
        Member first = new Member(MemberId.random(), organisation.id(), login, name, Set.of(Role.ADMINISTRATOR), true);
        try {
            return new Acting(organisation.id(), national.member(), Set.of())
                    .get(() -> Optional.ofNullable(transaction.execute(status -> {
                        organisations.add(organisation);
                        members.add(first);
                        events.publishEvent(
                                new AccessEvent.OrganisationAdded(organisation.id(), national.organisation()));
                        events.publishEvent(new AccessEvent.MemberAdded(first.id()));
                        return new Colleagues.Invited(first, invitations.invite(first));
                    })));
        } catch (DuplicateKeyException taken) {
            return Optional.empty();
        }
    }
}
