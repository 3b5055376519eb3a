package se.ledfyr.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import se.ledfyr.installation.Installation;
import se.ledfyr.organisations.Member;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.Members;
import se.ledfyr.organisations.Organisation;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.organisations.OrganisationKind;
import se.ledfyr.organisations.Organisations;
import se.ledfyr.organisations.Role;

/// The first administrator of an empty installation: made through an address that is printed on the console and works
/// once. Its secret lives in memory, and a restart makes a new one.
@Service
public class FirstStart {

    private final Installation installation;
    private final Organisations organisations;
    private final Members members;
    private final Credentials credentials;
    private final Passwords passwords;
    private final DSLContext sql;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Secret secret = Secret.random();

    FirstStart(
            Installation installation,
            Organisations organisations,
            Members members,
            Credentials credentials,
            Passwords passwords,
            DSLContext sql,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.installation = installation;
        this.organisations = organisations;
        this.members = members;
        this.credentials = credentials;
        this.passwords = passwords;
        this.sql = sql;
        this.events = events;
        this.transaction = transaction;
    }

    /// The path to show to whoever started the installation; empty once somebody takes part, and always in a demo.
    public Optional<String> path() {
        return isPossible() ? Optional.of("/setup/" + secret.text()) : Optional.empty();
    }

    /// Whether this is the printed secret and it can still be used.
    public boolean isOpen(String presented) {
        byte[] expected = secret.text().getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, presented.getBytes(StandardCharsets.UTF_8)) && isPossible();
    }

    /// Lets the national coordination take part, with its first administrator.
    ///
    /// @param nationalName what the national coordination is called
    /// @throws NotHere when the address cannot be used, or somebody else was first
    /// @throws IllegalArgumentException when a name or the login cannot be one
    public void complete(String presented, String nationalName, String name, String login, String password) {
        if (!isOpen(presented)) {
            throw new NotHere();
        }
        Organisation national = new Organisation(
                OrganisationId.random(), nationalName, OrganisationKind.NATIONAL_COORDINATION, null, null);
        Member first = new Member(MemberId.random(), national.id(), login, name, Set.of(Role.ADMINISTRATOR), true);
        String hash = passwords.hash(password);
        new Acting(national.id(), first.id(), Set.of())
                .run(() -> transaction.executeWithoutResult(status -> found(national, first, hash)));
    }

    private void found(Organisation national, Member first, String hash) {
        sql.execute("select pg_advisory_xact_lock(7366)");
        if (!isPossible()) {
            throw new NotHere();
        }
        organisations.add(national);
        members.add(first);
        credentials.setPassword(first.id(), first.organisation(), hash);
        events.publishEvent(new AccessEvent.OrganisationAdded(national.id(), national.id()));
        events.publishEvent(new AccessEvent.MemberAdded(first.id()));
    }

    /// No organisation means no member: the two are founded together.
    private boolean isPossible() {
        return !installation.isDemo() && organisations.list().isEmpty();
    }
}
