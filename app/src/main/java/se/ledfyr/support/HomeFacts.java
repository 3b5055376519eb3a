package se.ledfyr.support;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.ledfyr.organisations.OrganisationId;

/// What may be known of a home: where in the country, for whom, certified until when. Never where it lies.
///
/// @param region a code of `police_region`
/// @param takes codes of `home_group`, at least one
/// @param certifiedUntil last day of its certification; null for a home that is not certified
/// @param operator who runs it, where that organisation takes part
public record HomeFacts(
        String region,
        Set<String> takes,
        @Nullable LocalDate certifiedUntil,
        @Nullable OrganisationId operator) {

    public HomeFacts {
        takes = java.util.Collections.unmodifiableSet(new TreeSet<>(takes));
        if (takes.isEmpty()) {
            throw new IllegalArgumentException("A home takes somebody");
        }
    }

    public boolean isCertifiedOn(LocalDate day) {
        return certifiedUntil != null && !day.isAfter(certifiedUntil);
    }
}
