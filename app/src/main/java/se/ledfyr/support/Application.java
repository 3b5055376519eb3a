package se.ledfyr.support;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ledfyr.casework.CaseId;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.people.ParcelId;

/// An application as its two ends see it. Nothing in it tells who the person is.
///
/// @param from who applied; the programme's own office when it came by telephone or on paper
/// @param to the programme's office
/// @param caseId the applicant's case; null where there is none in Ledfyr
/// @param parcel what was shared with the office; null where the office wrote it down itself
/// @param ending null while it waits for a decision
public record Application(
        ApplicationId id,
        OrganisationId from,
        OrganisationId to,
        String applicant,
        Channel channel,
        @Nullable CaseId caseId,
        @Nullable ParcelId parcel,
        String region,
        String ageGroup,
        int children,
        String ground,
        Set<String> components,
        LocalDate appliedOn,
        Instant madeAt,
        MemberId madeBy,
        ApplicationState state,
        @Nullable Ending ending) {

    public Application {
        components = Set.copyOf(components);
    }

    /// The receipt.
    ///
    /// @param refusedBecause a code of `nsp_refusal`; null unless it was refused
    /// @param granted the components that were granted; none unless it was
    /// @param endedOn last day of the support; null while it goes on
    public record Ending(
            Instant at,
            @Nullable String refusedBecause,
            Set<String> granted,
            int restDays,
            int integrationDays,
            @Nullable LocalDate endedOn) {}

    public boolean isOpen() {
        return state == ApplicationState.OPEN;
    }
}
