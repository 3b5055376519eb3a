package se.ledfyr.permits;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import se.ledfyr.access.Acting;
import se.ledfyr.casework.CaseId;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.people.PersonId;

/// An application for a reflection period, as the acting organisation sees it.
///
/// @param by who wrote it down: the authority that applied, or the office for one without an account
/// @param office the coordination office of the region, where it is counted
/// @param region a code of `police_region`
/// @param municipality of the social board, four digits
/// @param helped whether the coordinator takes part
/// @param sex a code of `sex`
/// @param period what was granted; null unless it was
/// @param askedAt when the clock asked what follows
/// @param followed a code of `reflection_followed`; null while nobody has said
/// @param version counts changes, so that two people do not change it past one another
/// @param person whom it is about, in the acting organisation's own keeping
/// @param caseId the acting organisation's way to it by a case; null where it has none
public record Application(
        ApplicationId id,
        OrganisationId by,
        OrganisationId office,
        Applicant applicant,
        String region,
        @Nullable String municipality,
        boolean helped,
        String sex,
        LocalDate appliedOn,
        ApplicationState state,
        @Nullable LocalDate decidedOn,
        @Nullable Period period,
        @Nullable Instant askedAt,
        @Nullable String followed,
        int version,
        PersonId person,
        @Nullable CaseId caseId) {

    /// The days of a reflection period, first and last included.
    ///
    /// @param firstEnd its last day as first decided
    /// @param end its last day with what it was extended by
    /// @param revokedOn the day on which it was taken back, and thereby ended
    public record Period(
            LocalDate start,
            LocalDate firstEnd,
            LocalDate end,
            @Nullable LocalDate revokedOn) {

        /// The last day on which it holds.
        public LocalDate last() {
            return revokedOn == null ? end : revokedOn;
        }

        /// Days after `today` on which it holds; negative once it is over.
        public long daysLeft(LocalDate today) {
            return ChronoUnit.DAYS.between(today, last());
        }
    }

    /// Whether `organisation` may change it: who wrote it down, and the office where its coordinator takes part.
    public boolean isWorkedOnBy(OrganisationId organisation) {
        return by.equals(organisation) || (helped && office.equals(organisation));
    }

    /// Whether `organisation`, the acting one, is asked what follows: who may change it, and who holds a case joined to
    /// it.
    boolean isFollowedBy(OrganisationId organisation) {
        return isWorkedOnBy(organisation) || caseId != null;
    }

    /// Whether the acting organisation is neither end, and sees it for the case it has taken over.
    public boolean isSeenFromACase() {
        OrganisationId here = Acting.current().organisation();
        return !by.equals(here) && !office.equals(here);
    }

    /// Whether the acting organisation may change it now.
    public boolean mayBeChanged() {
        return state != ApplicationState.STRUCK && isWorkedOnBy(Acting.current().organisation());
    }

    /// Whether the acting organisation may say what follows: who may change it, and who holds a case joined to it,
    /// as long as nobody has.
    public boolean mayBeAnswered() {
        return mayBeChanged() || (state == ApplicationState.GRANTED && followed == null && caseId != null);
    }

    /// Whether it may be struck out: by who wrote it down.
    public boolean mayBeStruck() {
        return state != ApplicationState.STRUCK && by.equals(Acting.current().organisation());
    }

    /// Whether the clock has asked what follows, and nobody has answered.
    public boolean waitsForAnAnswer() {
        return state == ApplicationState.GRANTED && followed == null && askedAt != null;
    }

    /// Whether the period is still to come to its end.
    public boolean isRunning(LocalDate today) {
        return period != null && period.daysLeft(today) >= 0;
    }

    /// Says which application by id only.
    @Override
    public String toString() {
        return "Application[" + id.value() + "]";
    }
}
