package se.ledfyr.handover;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.ledfyr.access.Acting;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.people.ParcelId;

/// An offer as everybody who stands to it may see it: nothing in it tells who the person is.
///
/// @param batch shared by offers made in one act; null for one made alone
/// @param parcel what goes along for the receiver; null when nothing does
/// @param rule the rule of `deadlines` by which the time to answer was counted
/// @param regionOffice the office of the region, once it was carried to it
/// @param nationalOffice the national coordination, once it was carried to it
/// @param declinedAt when the receiver said no in time
/// @param ending null while it is open
/// @param answeredLateAt when the receiver said no after the asking had gone on elsewhere
public record Offer(
        OfferId id,
        @Nullable UUID batch,
        OrganisationId from,
        OrganisationId to,
        MemberId offeredBy,
        Matter matter,
        @Nullable ParcelId parcel,
        AnswerRule rule,
        Times times,
        Course course,
        @Nullable OrganisationId regionOffice,
        @Nullable OrganisationId nationalOffice,
        @Nullable Instant declinedAt,
        @Nullable Ending ending,
        @Nullable Instant answeredLateAt) {

    public boolean isOpen() {
        return course.isOpen();
    }

    /// Whether somebody must answer: the receiver, or an office.
    public boolean isWaiting() {
        return course.isWaiting();
    }

    /// Whether the sender has it to ask for again after a no, and has not done so yet: until
    /// [Times#nextBy], when it goes to an office by itself.
    public boolean waitsForSender() {
        return course.allows(Step.TAKE_FURTHER, Party.SENDER) && times.nextBy() != null;
    }

    /// The office it was carried to last.
    Optional<OrganisationId> office() {
        return Optional.ofNullable(course.stage() == Stage.NATION ? nationalOffice : regionOffice);
    }

    /// Who has had the duty since somebody accepted; empty before.
    public Optional<OrganisationId> taker() {
        return course.state() == OfferState.ACCEPTED && ending != null ? Optional.of(ending.by()) : Optional.empty();
    }

    public boolean isFrom(OrganisationId organisation) {
        return from.equals(organisation);
    }

    public boolean isTo(OrganisationId organisation) {
        return to.equals(organisation);
    }

    /// How whoever acts stands to the offer. The clock acts for the sender with nobody bound.
    Set<Party> standing(Acting acting) {
        OrganisationId me = acting.organisation();
        Set<Party> parties = EnumSet.noneOf(Party.class);
        if (isFrom(me)) {
            parties.add(acting.member() == null ? Party.CLOCK : Party.SENDER);
        }
        if (isTo(me)) {
            parties.add(Party.RECEIVER);
        }
        if (me.equals(regionOffice)) {
            parties.add(Party.REGION_OFFICE);
        }
        if (me.equals(nationalOffice)) {
            parties.add(Party.NATIONAL_OFFICE);
        }
        return parties;
    }

    boolean allows(Step step, Acting acting) {
        // An office that offered the case itself has it already.
        boolean already = step == Step.TAKE_OVER && isFrom(acting.organisation());
        boolean laidDown = step == Step.TAKE_FURTHER && !waitsForSender();
        return !already && !laidDown && standing(acting).stream().anyMatch(party -> course.allows(step, party));
    }

    /// What whoever acts can do with it now.
    public Set<Step> openTo(Acting acting) {
        Set<Step> steps = EnumSet.noneOf(Step.class);
        Arrays.stream(Step.values()).filter(step -> allows(step, acting)).forEach(steps::add);
        return steps;
    }

    /// Says which offer by id only.
    @Override
    public String toString() {
        return "Offer[" + id.value() + "]";
    }
}
