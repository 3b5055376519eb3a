package se.ledfyr.consent;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.people.FieldGroup;

/// What somebody agreed to, and how they were asked.
///
/// @param purpose a code of `share_purpose`
/// @param receivers who may be told; at least one, at most 50
/// @param groups what may be told; at least one
/// @param givenBy a code of `consent_given_by`
/// @param givenHow a code of `consent_given_how`
/// @param language a code of `language`: the one they were asked in
/// @param interpreter a code of `interpreter`
/// @param witness who else was there, at most 200 characters; kept sealed
/// @param from first day, in Swedish local time
/// @param until last day; null until it is withdrawn
public record ConsentTerms(
        String purpose,
        Set<OrganisationId> receivers,
        Set<FieldGroup> groups,
        String givenBy,
        String givenHow,
        String language,
        String interpreter,
        @Nullable String witness,
        LocalDate from,
        @Nullable LocalDate until) {

    static final int MAX_RECEIVERS = 50;
    static final int MAX_WITNESS = 200;

    public ConsentTerms {
        if (receivers.isEmpty() || receivers.size() > MAX_RECEIVERS) {
            throw new IllegalArgumentException("receivers must be 1-%d".formatted(MAX_RECEIVERS));
        }
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("groups must be at least one");
        }
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("until must not lie before from");
        }
        receivers = Collections.unmodifiableSet(new LinkedHashSet<>(receivers));
        groups = Collections.unmodifiableSet(EnumSet.copyOf(groups));
        witness = witness == null || witness.isBlank() ? null : witness.strip();
        if (witness != null && witness.length() > MAX_WITNESS) {
            throw new IllegalArgumentException("witness must be at most %d characters".formatted(MAX_WITNESS));
        }
    }

    /// Whether it covers telling a receiver something for a purpose on a day, unless it has been withdrawn.
    public boolean covers(String forWhat, OrganisationId receiver, Set<FieldGroup> what, LocalDate day) {
        return purpose.equals(forWhat)
                && receivers.contains(receiver)
                && groups.containsAll(what)
                && !day.isBefore(from)
                && (until == null || !day.isAfter(until));
    }

    /// Without the witness.
    @Override
    public String toString() {
        return "ConsentTerms[" + purpose + "]";
    }
}
