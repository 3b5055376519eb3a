package se.ledfyr.access.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.ledfyr.access.NotHere;
import se.ledfyr.installation.Installation;
import se.ledfyr.organisations.Membership;
import se.ledfyr.pages.Surroundings;
import se.ledfyr.pages.Visitor;

/// Who is signed in with this request, as they were found when it came in.
@Component
class SignedInMember implements Surroundings {

    static final ScopedValue<Membership> CURRENT = ScopedValue.newInstance();

    private final Installation installation;

    SignedInMember(Installation installation) {
        this.installation = installation;
    }

    /// @throws NotHere on a page that is open to everybody
    static Membership get() {
        return ifBound().orElseThrow(NotHere::new);
    }

    private static Optional<Membership> ifBound() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    @Override
    public Optional<Visitor> visitor() {
        return ifBound()
                .map(found ->
                        new Visitor(found.member().name(), found.organisation().name()));
    }

    @Override
    public boolean demo() {
        return installation.isDemo();
    }
}
