package se.ledfyr.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.HeldCase;
import se.ledfyr.casework.HeldCases;
import se.ledfyr.casework.HeldFilter;
import se.ledfyr.casework.HolderInside;
import se.ledfyr.consent.Basis;
import se.ledfyr.handover.Along;
import se.ledfyr.handover.Answering;
import se.ledfyr.handover.Box;
import se.ledfyr.handover.Boxes;
import se.ledfyr.handover.Decline;
import se.ledfyr.handover.DeclineReason;
import se.ledfyr.handover.NewOffer;
import se.ledfyr.handover.OfferId;
import se.ledfyr.handover.Offered;
import se.ledfyr.handover.Offering;
import se.ledfyr.installation.OnlyInDemo;
import se.ledfyr.needs.NeedId;
import se.ledfyr.needs.Needs;
import se.ledfyr.needs.NewNeed;
import se.ledfyr.people.FieldGroup;

/// Offers in the demo: some that wait for the association, one that it took, one that it declined, one that waits for a
/// municipality. All of it or, when it is interrupted, nothing.
@Component
@OnlyInDemo
@Order(9)
class DemoHandovers implements ApplicationRunner {

    private static final int MOST = 6;

    private final HeldCases held;
    private final Needs needs;
    private final Offering offering;
    private final Answering answering;
    private final Boxes boxes;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoHandovers(
            HeldCases held,
            Needs needs,
            Offering offering,
            Answering answering,
            Boxes boxes,
            TransactionTemplate transaction,
            Clock clock) {
        this.held = held;
        this.needs = needs;
        this.offering = offering;
        this.answering = answering;
        this.boxes = boxes;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<OfferId> made = as(DemoMember.COORDINATOR, this::offer);
        if (made.size() == MOST) {
            as(DemoMember.CASEWORKER, () -> answer(made));
        }
    }

    private List<OfferId> offer() {
        boolean begun = !boxes.list(Box.OUTBOX, null).lines().isEmpty()
                || !boxes.list(Box.ENDED, null).lines().isEmpty();
        List<CaseId> cases = held.list(HeldFilter.MINE, null, false).lines().stream()
                .map(HeldCase::id)
                .limit(MOST)
                .toList();
        if (begun || cases.size() < MOST) {
            return List.of();
        }
        return List.of(
                need(cases.get(0), "safe_housing", true, DemoOffice.NGO, "Behöver skyddat boende i natt."),
                need(cases.get(1), "legal_advice", false, DemoOffice.NGO, "Vill veta vad som gäller för lönen."),
                need(cases.get(2), "psychological", false, DemoOffice.NGO, "Sover inte, vill tala med någon."),
                need(cases.get(3), "escort", false, DemoOffice.NGO, "Ska till tandläkaren, vågar inte gå själv."),
                need(cases.get(4), "financial", false, DemoOffice.SOCIAL_SERVICES, "Saknar pengar till mat."),
                whole(cases.get(5)));
    }

    private OfferId need(CaseId id, String type, boolean acute, DemoOffice to, String why) {
        LocalDate today = LocalDate.now(clock);
        NeedId need = needs.add(id, new NewNeed(type, null, today, "regional_coordinator", acute, null));
        return offering.offer(new NewOffer(new Offered.OneNeed(need), to.id(), why, null, null));
    }

    private OfferId whole(CaseId id) {
        Along along = new Along(
                "coordination",
                Set.of(FieldGroup.BASICS, FieldGroup.EXPLOITATION),
                new Basis.LawfulGround("vital_interest", "Påhittat: kan inte svara själv"));
        return offering.offer(
                new NewOffer(new Offered.WholeCase(id), DemoOffice.NGO.id(), "Har flyttat till er ort.", null, along));
    }

    private boolean answer(List<OfferId> made) {
        answering.accept(made.get(1), HolderInside.ON_DUTY);
        answering.decline(made.get(2), new Decline(DeclineReason.NO_PLACE, "Fullt till efter nyår.", null, null));
        answering.ask(made.get(3), "Vilken dag, och vilket språk?");
        return true;
    }

    private <T> T as(DemoMember who, java.util.function.Supplier<T> work) {
        Acting acting = new Acting(
                who.office().id(),
                who.id(),
                Right.of(who.office().organisation().kind(), who.member().roles()));
        return Objects.requireNonNull(acting.get(() -> transaction.execute(status -> work.get())));
    }
}
