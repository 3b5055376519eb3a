package se.ledfyr.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import se.ledfyr.organisations.Member;
import se.ledfyr.organisations.Members;

/// Invitations to set a password: an address that works once, for seven days. They are handed over by the one who
/// invites; Ledfyr sends no mail.
@Service
public class Invitations {

    private static final Duration OPEN_FOR = Duration.ofDays(7);

    private final Credentials credentials;
    private final Members members;
    private final Passwords passwords;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Invitations(
            Credentials credentials,
            Members members,
            Passwords passwords,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.credentials = credentials;
        this.members = members;
        this.passwords = passwords;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Opens an invitation, in the caller's transaction; an earlier one and the old password no longer work.
    ///
    /// @return the secret to hand over; it is not kept
    String invite(Member member) {
        Secret secret = Secret.random();
        credentials.invite(member, secret.hash(), clock.instant().plus(OPEN_FOR));
        return secret.text();
    }

    /// The member an invitation is for.
    ///
    /// @return empty when it does not exist, has been used, is too old, or the member has been shut out
    public Optional<Member> find(String secret) {
        Optional<Credentials.Invited> invited = Objects.requireNonNull(
                transaction.execute(status -> credentials.findInvited(new Secret(secret).hash())));
        return invited.flatMap(
                who -> acting(who).get(() -> members.find(who.member())).filter(Member::active));
    }

    /// Uses an invitation up by setting the password.
    ///
    /// @throws NotHere when the invitation cannot be used
    public void accept(String secret, String password) {
        Member member = find(secret).orElseThrow(NotHere::new);
        String hash = passwords.hash(password);
        Credentials.Invited who = new Credentials.Invited(member.id(), member.organisation());
        acting(who)
                .run(() -> transaction.executeWithoutResult(status -> {
                    if (!credentials.useInvitation(new Secret(secret).hash(), hash)) {
                        throw new NotHere();
                    }
                    events.publishEvent(new AccessEvent.PasswordChanged(member.id()));
                }));
    }

    private static Acting acting(Credentials.Invited who) {
        return new Acting(who.organisation(), who.member(), Set.of());
    }
}
