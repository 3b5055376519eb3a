package se.ledfyr.handover;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ledfyr.organisations.OrganisationKind;

/// Where people are left between chairs, in the whole country, without anybody's identity.
///
/// @param at up to when everything that happened is counted
/// @param waiting offers without an answer, by who was asked; the most overdue first
/// @param offices what was carried to the offices: what waits there, and how they answered in the last year
/// @param declined offers declined in the last year, by who declined and why; the most frequent first
/// @param toResponsibility from identification to the first offer that was accepted, of those identified in the
///     last year
/// @param toHelp from identification to the first help, of the same
/// @param daysWithoutSocialServices after how many days without the social services somebody is counted
/// @param withoutSocialServices people in open cases whom the social services do not know of, by region
public record ChairsFigures(
        Instant at,
        List<Waiting> waiting,
        List<AtOffice> offices,
        List<Declined> declined,
        Days toResponsibility,
        Days toHelp,
        int daysWithoutSocialServices,
        List<InRegion> withoutSocialServices) {

    public ChairsFigures {
        waiting = List.copyOf(waiting);
        offices = List.copyOf(offices);
        declined = List.copyOf(declined);
        withoutSocialServices = List.copyOf(withoutSocialServices);
    }

    /// @param municipality four digits, where whoever was asked belongs to one
    /// @param overdue of those open, how many were not answered in time
    /// @param carried of those open, how many were carried to the region or the nation
    /// @param refused declined, and with an office since
    /// @param leftAtNo declined, and nothing done about it yet
    /// @param oldestDays whole days since the oldest of all these was offered
    public record Waiting(
            OrganisationKind kind,
            @Nullable String municipality,
            int open,
            int overdue,
            int carried,
            int refused,
            int leftAtNo,
            int oldestDays) {}

    /// @param level [Stage#REGION] or [Stage#NATION]
    /// @param afterNo what somebody had declined; otherwise what nobody had answered
    /// @param overdue of those waiting, how many the office has not answered in time
    /// @param unanswered came to their end before the office had answered
    public record AtOffice(
            Stage level,
            boolean afterNo,
            int waiting,
            int overdue,
            int takenOver,
            int foundAnother,
            int returned,
            int unanswered) {}

    /// @param withoutDecision of those, how many an authority declined without a written decision
    public record Declined(
            OrganisationKind kind,
            @Nullable String municipality,
            DeclineReason reason,
            int count,
            int withoutDecision) {}

    /// How long people wait, over those for whom the waiting has ended.
    ///
    /// @param people over how many the two figures are
    /// @param median null when there is nobody
    /// @param p90 nine of ten waited at most so long; null when there is nobody
    /// @param stillWaiting for how many nothing has come yet; they are in neither figure
    public record Days(
            int people, @Nullable Integer median, @Nullable Integer p90, int stillWaiting) {}

    /// @param region a code of `police_region`
    public record InRegion(String region, int people) {}
}
