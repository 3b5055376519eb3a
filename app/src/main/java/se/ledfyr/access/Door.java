package se.ledfyr.access;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import se.ledfyr.organisations.Member;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.Members;
import se.ledfyr.organisations.Membership;
import se.ledfyr.organisations.OrganisationId;

/// Letting members in by login and password.
///
/// An unknown login, a wrong password and a member who has been shut out take the same way through here: the same
/// questions to the database, one hash, one entry in the audit log. Who asks learns only that it did not work.
@Service
public class Door {

    private static final int MAX_LOGIN_LENGTH = 254;

    private final DSLContext sql;
    private final Members members;
    private final Credentials credentials;
    private final Passwords passwords;
    private final Throttle throttle;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Door(
            DSLContext sql,
            Members members,
            Credentials credentials,
            Passwords passwords,
            Throttle throttle,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.sql = sql;
        this.members = members;
        this.credentials = credentials;
        this.passwords = passwords;
        this.throttle = throttle;
        this.events = events;
        this.transaction = transaction;
    }

    /// Lets somebody in, or not.
    ///
    /// @param address where the try comes from, for limiting tries
    /// @return the member who may come in; empty for every reason there is not to
    public Optional<Member> enter(String login, String password, String address) {
        String presented = presentable(login);
        Throttle.Attempt attempt = throttle.attempt(presented, address);
        if (!attempt.allowed()) {
            // Not written down one by one: no password was looked at, and a flood must not fill the log.
            return Optional.empty();
        }
        Optional<Member> member = findByPassword(presented, password);
        member.ifPresentOrElse(
                found -> {
                    attempt.succeeded();
                    welcome(found);
                },
                this::refuse);
        return member;
    }

    /// The member and organisation behind a session, as they are now.
    ///
    /// @return empty when the member has been shut out or the organisation no longer takes part
    public Optional<Membership> findInside(MemberId member, OrganisationId organisation) {
        return bound(new Acting(organisation, member, Set.of()), () -> members.findMembership(member))
                .filter(found -> found.member().active());
    }

    /// Writes down that somebody left.
    public void leave(MemberId member) {
        transaction.executeWithoutResult(status -> events.publishEvent(new AccessEvent.SignedOut(member)));
    }

    private Optional<Member> findByPassword(String login, String password) {
        Optional<Member> member = Objects.requireNonNull(transaction.execute(status -> atTheDoor(login)));
        Acting who = member.map(found -> new Acting(found.organisation(), found.id(), Set.of()))
                .orElseGet(() -> new Acting(OrganisationId.random(), MemberId.random(), Set.of()));
        MemberId id = member.map(Member::id).orElseGet(MemberId::random);
        Optional<String> hash = bound(who, () -> credentials.findPasswordHash(id));
        boolean right = passwords.matches(password, hash.orElse(null));
        return member.filter(found -> right && found.active());
    }

    private Optional<Member> atTheDoor(String login) {
        sql.execute("select set_config('ledfyr.login', ?, true)", login);
        return members.findByLogin(login);
    }

    /// Writes down that somebody came in.
    public void welcome(Member member) {
        bound(new Acting(member.organisation(), member.id(), Set.of()), () -> {
            events.publishEvent(new AccessEvent.SignedIn(member.id()));
            return Optional.empty();
        });
    }

    private void refuse() {
        transaction.executeWithoutResult(status -> events.publishEvent(new AccessEvent.SignInRefused()));
    }

    /// A login that cannot be anybody's becomes the empty one, which is nobody's.
    private static String presentable(String login) {
        String lower = login.strip().toLowerCase(Locale.ROOT);
        boolean impossible = lower.length() > MAX_LOGIN_LENGTH || lower.chars().anyMatch(Character::isISOControl);
        return impossible ? "" : lower;
    }

    private <T> Optional<T> bound(Acting who, Supplier<Optional<T>> work) {
        return who.get(() -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }
}
