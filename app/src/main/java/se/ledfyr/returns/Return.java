package se.ledfyr.returns;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.people.ParcelId;

/// One application and its course, as both ends see it: without anybody's name.
///
/// @param office whose coordinator opened it
/// @param operator who carries out returns and decides; null when no such organisation works here
/// @param group those it goes together with; null for one alone
/// @param with the application of the exploited person whom this one accompanies
/// @param role a code of `amp_person_role`
/// @param country to which the return goes, ISO 3166-1 alpha-2
/// @param parcel what went along to the operator
/// @param version counts up with every change
public record Return(
        ReturnId id,
        OrganisationId office,
        @Nullable OrganisationId operator,
        @Nullable GroupId group,
        @Nullable ReturnId with,
        String role,
        String country,
        Information information,
        Days days,
        @Nullable ParcelId parcel,
        Decision decision,
        Ending ending,
        Money money,
        Stage stage,
        Due due,
        int version) {

    public static final String EXPLOITED = "exploited";

    /// @param openedOn when the coordinator opened the application
    /// @param answerBy when the decision should have come
    /// @param formBy when the form should be complete
    /// @param appliedOn when the form was complete; in a group often after the journey
    /// @param exitDeadline by when the person must have left
    /// @param followUpOn the next follow-up that has not been held
    /// @param contactUntil first day on which contact may end
    public record Days(
            LocalDate openedOn,
            LocalDate answerBy,
            LocalDate formBy,
            @Nullable LocalDate appliedOn,
            @Nullable LocalDate exitDeadline,
            @Nullable LocalDate plannedDeparture,
            @Nullable LocalDate departedOn,
            @Nullable LocalDate arrivedOn,
            @Nullable LocalDate followUpOn,
            @Nullable LocalDate contactUntil) {}

    /// @param refused a code of `return_refusal`; null unless refused
    public record Decision(
            ReturnState state,
            @Nullable LocalDate on,
            @Nullable String refused) {}

    /// @param outcome a code of `return_outcome`; null while it goes on
    /// @param contactEnd a code of `return_contact_end`: why contact ended before its time
    public record Ending(
            @Nullable String outcome,
            @Nullable String contactEnd,
            @Nullable LocalDate on) {}

    /// @param fundingYear the year whose money pays
    /// @param carriedOver whether that is another year than that of the admission
    /// @param plannedOre what is planned for this person, in whole öre
    public record Money(
            @Nullable LocalDate grantedOn, @Nullable Integer fundingYear, boolean carriedOver, long plannedOre) {}

    /// What is due next.
    ///
    /// @param what `decision`, `exit`, `departure`, `arrival`, `form`, `follow_up` or `contact`; null for nothing
    public record Due(@Nullable String what, @Nullable LocalDate on) {

        public boolean isOverdue(LocalDate today) {
            return on != null && on.isBefore(today);
        }
    }

    public boolean isExploited() {
        return role.equals(EXPLOITED);
    }

    /// Whether an organisation decides about admission: the operator, or the office that writes its answer down.
    public boolean isDecidedBy(OrganisationId organisation) {
        return organisation.equals(operator == null ? office : operator);
    }

    /// Whether an organisation may write down what happens: the office as long as it has not ended, the operator
    /// once it has admitted.
    public boolean isNotedBy(OrganisationId organisation) {
        ReturnState state = decision.state();
        return state == ReturnState.ADMITTED || (state == ReturnState.SENT && organisation.equals(office));
    }

    /// Whether the course goes on.
    public boolean isLive() {
        return stage != Stage.ENDED;
    }

    /// Says which by id only.
    @Override
    public String toString() {
        return "Return[" + id.value() + "]";
    }
}
