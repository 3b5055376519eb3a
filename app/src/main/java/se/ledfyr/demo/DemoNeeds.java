package se.ledfyr.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
import se.ledfyr.guidance.Mark;
import se.ledfyr.guidance.NewTask;
import se.ledfyr.guidance.Plans;
import se.ledfyr.guidance.Tasks;
import se.ledfyr.installation.OnlyInDemo;
import se.ledfyr.needs.ChildId;
import se.ledfyr.needs.ChildPlace;
import se.ledfyr.needs.Children;
import se.ledfyr.needs.Contact;
import se.ledfyr.needs.Measures;
import se.ledfyr.needs.NeedFilter;
import se.ledfyr.needs.NeedId;
import se.ledfyr.needs.Needs;
import se.ledfyr.needs.NewChild;
import se.ledfyr.needs.NewMeasure;
import se.ledfyr.needs.NewNeed;
import se.ledfyr.needs.Sector;

/// Needs, children, measures and a plan in the open cases of the office Nord. All of it or, when it is interrupted,
/// nothing.
@Component
@OnlyInDemo
@Order(4)
class DemoNeeds implements ApplicationRunner {

    private static final ZoneId LOCAL_TIME = ZoneId.of("Europe/Stockholm");
    private static final int MOST = 6;

    private final HeldCases held;
    private final Needs needs;
    private final Measures measures;
    private final Children children;
    private final Plans plans;
    private final Tasks tasks;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoNeeds(
            HeldCases held,
            Needs needs,
            Measures measures,
            Children children,
            Plans plans,
            Tasks tasks,
            TransactionTemplate transaction,
            Clock clock) {
        this.held = held;
        this.needs = needs;
        this.measures = measures;
        this.children = children;
        this.plans = plans;
        this.tasks = tasks;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        DemoMember coordinator = DemoMember.COORDINATOR;
        new Acting(
                        coordinator.office().id(),
                        coordinator.id(),
                        Right.of(
                                coordinator.office().organisation().kind(),
                                coordinator.member().roles()))
                .run(() -> transaction.executeWithoutResult(status -> fill()));
    }

    private void fill() {
        List<CaseId> open = held.list(HeldFilter.ALL, null, false).lines().stream()
                .limit(MOST)
                .map(HeldCase::id)
                .toList();
        boolean filled =
                !needs.list(new NeedFilter(true, false, null), 0).needs().isEmpty();
        if (filled || open.size() < MOST) {
            return;
        }
        family(open.getFirst());
        worker(open.get(1));
        open.subList(2, MOST).forEach(id -> add(id, "legal_advice", null, false, 14));
        open.subList(2, MOST).forEach(id -> add(id, "interpretation", null, false, 7));
    }

    /// A mother with two children here and one far away; nobody has told the social services of the younger one yet.
    private void family(CaseId id) {
        ChildId elder = children.add(id, new NewChild(ChildPlace.ACCOMPANYING, 9, "female"));
        ChildId younger = children.add(id, new NewChild(ChildPlace.ACCOMPANYING, 3, "male"));
        children.add(id, new NewChild(ChildPlace.HOME_COUNTRY, null, "unknown"));
        children.contact(id, new Contact(elder, Contact.Authority.SOCIAL_SERVICES, "reported", today()));
        help(add(id, "safe_housing", null, true, 1), Sector.CIVIL_SOCIETY, 1);
        NeedId psychological = add(id, "psychological", null, false, 14);
        help(psychological, Sector.REGION, 4);
        add(id, "child_education", elder, false, 10);
        add(id, "psychological", younger, false, 10);
        plans.mark(id, "talk-alone", Mark.DONE);
        plans.mark(id, "ask-for-children", Mark.DONE);
        tasks.add(
                id,
                new NewTask(
                        "child-barnahus",
                        null,
                        new HolderInside.Colleague(DemoMember.COORDINATOR.id()),
                        today().plusDays(2)));
    }

    /// A worker whose wages are owed: some needs met, one given up, one late.
    private void worker(CaseId id) {
        for (ChildPlace place : ChildPlace.values()) {
            children.answer(id, place, "no");
        }
        NeedId basic = add(id, "basic", null, true, 1);
        help(basic, Sector.MUNICIPALITY, 0);
        needs.meet(basic);
        needs.giveUp(add(id, "financial", null, false, 14), "not_eligible");
        add(id, "legal_counsel", null, true, 3);
        tasks.add(id, new NewTask("compensation", null, HolderInside.ON_DUTY, today().plusDays(5)));
    }

    /// Seen a week ago.
    private NeedId add(CaseId id, String type, @Nullable ChildId child, boolean acute, int days) {
        LocalDate seen = today().minusDays(7);
        return needs.add(id, new NewNeed(type, child, seen, "police", acute, seen.plusDays(days)));
    }

    private void help(NeedId id, Sector sector, int after) {
        measures.add(id, new NewMeasure(null, sector, today().minusDays(7L - after), null, "ongoing"));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), LOCAL_TIME);
    }
}
