package se.ledfyr.access;

import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import se.ledfyr.organisations.MemberId;

/// What members do with their own account.
@Service
public class OwnAccount {

    private final Credentials credentials;
    private final Passwords passwords;
    private final Throttle throttle;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    OwnAccount(
            Credentials credentials,
            Passwords passwords,
            Throttle throttle,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.credentials = credentials;
        this.passwords = passwords;
        this.throttle = throttle;
        this.events = events;
        this.transaction = transaction;
    }

    /// Changes the acting member's password.
    ///
    /// @param address where the request comes from: an unattended browser must not be used to guess the current one
    /// @return false when `current` is not the password, or has been tried too often
    public boolean changePassword(String current, String fresh, String address) {
        Acting acting = Acting.current();
        MemberId me = Objects.requireNonNull(acting.member());
        Throttle.Attempt attempt = throttle.attempt("own " + me.value(), address);
        if (!attempt.allowed()) {
            return false;
        }
        Optional<String> hash = Objects.requireNonNull(transaction.execute(status -> credentials.findPasswordHash(me)));
        if (!passwords.matches(current, hash.orElse(null))) {
            return false;
        }
        attempt.succeeded();
        String freshHash = passwords.hash(fresh);
        transaction.executeWithoutResult(status -> {
            credentials.setPassword(me, acting.organisation(), freshHash);
            events.publishEvent(new AccessEvent.PasswordChanged(me));
        });
        return true;
    }
}
