package se.ledfyr.needs;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.ledfyr.casework.CaseId;
import se.ledfyr.organisations.OrganisationId;

/// Something a person needs. It says nothing about who the person is.
///
/// @param child whose need it is; null for the person of the case
/// @param type code of list `need_support`
/// @param childRoute whether the rules for children hold, as they do when the age is not sure
/// @param holder who holds the case now
/// @param owedBy who answers for the need now, or did when it was settled
/// @param seenBy who noticed it, as a code of list `referred_by`
/// @param unmetReason code of list `need_unmet_reason`; only where something was not met
/// @param firstHelpOn first day on which something was given, where a day is known
/// @param version counts changes, so that two people do not change it past one another
public record Need(
        NeedId id,
        CaseId caseId,
        @Nullable ChildId child,
        String type,
        boolean childRoute,
        OrganisationId holder,
        OrganisationId owedBy,
        LocalDate seenOn,
        String seenBy,
        boolean acute,
        @Nullable LocalDate dueOn,
        NeedState state,
        @Nullable String unmetReason,
        @Nullable Instant settledAt,
        boolean metByAuthority,
        boolean metByCivilSociety,
        @Nullable LocalDate firstHelpOn,
        int version) {

    public boolean isOpen() {
        return state == NeedState.OPEN;
    }

    /// Whether the day it should have been met by has passed.
    public boolean isOverdue(LocalDate today) {
        return isOpen() && dueOn != null && dueOn.isBefore(today);
    }
}
