package se.ledfyr.access;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.Organisation;
import se.ledfyr.organisations.OrganisationId;

/// For whom a unit of work is done, by whom, and with which rights.
///
/// Bound once at the edge (request filter, command, job) and read by [RowSecurity] when a transaction begins; the scope
/// must therefore wrap the transaction. Code that runs with nothing bound sees no rows at all.
///
/// @param member null when the installation's operator acts from the console
public record Acting(OrganisationId organisation, @Nullable MemberId member, Set<Right> rights) {

    private static final ScopedValue<Acting> CURRENT = ScopedValue.newInstance();

    public Acting {
        rights = Set.copyOf(rights);
        if (member != null && rights.contains(Right.ACT_FOR_THE_HOUSE)) {
            throw new IllegalArgumentException("The house is no member");
        }
    }

    /// The operator of the installation, who may bring in files for an organisation but is no member of it.
    public static Acting operatorFor(Organisation organisation) {
        return new Acting(organisation.id(), null, Set.of(Right.WORK_WITH_PEOPLE, Right.READ_FACTS));
    }

    /// The house itself, for what it does in an organisation's name without anybody: when a clock rings, or when
    /// somebody without an account follows a link. It sees sealed cases and nobody sees what it sees, so bind it
    /// around as little as possible and never around something that ends on a member's page.
    ///
    /// @param rights what the work asks for besides; often none
    public static Acting houseFor(OrganisationId organisation, Right... rights) {
        Set<Right> all = java.util.EnumSet.of(Right.ACT_FOR_THE_HOUSE, rights);
        return new Acting(organisation, null, all);
    }

    /// @throws Exception whatever `work` throws
    public <T extends @Nullable Object> T call(Callable<T> work) throws Exception {
        return ScopedValue.where(CURRENT, this).call(work::call);
    }

    /// Like [#call], for work that throws nothing checked.
    public <T extends @Nullable Object> T get(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }

    public void run(Runnable work) {
        ScopedValue.where(CURRENT, this).run(work);
    }

    /// @throws IllegalStateException when nobody is bound
    public static Acting current() {
        return ifBound().orElseThrow(() -> new IllegalStateException("Nobody is bound to this thread"));
    }

    public static Optional<Acting> ifBound() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    public boolean may(Right right) {
        return rights.contains(right);
    }

    /// @throws NotHere when the acting member lacks the right: what one may not see is not there
    public static void require(Right right) {
        if (!ifBound().map(acting -> acting.may(right)).orElse(false)) {
            throw new NotHere();
        }
    }
}
