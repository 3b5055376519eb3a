package se.ledfyr.demo;

import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.CaseLinks;
import se.ledfyr.casework.Cases;
import se.ledfyr.casework.Closing;
import se.ledfyr.casework.HeldCases;
import se.ledfyr.casework.HeldFilter;
import se.ledfyr.casework.HolderInside;
import se.ledfyr.casework.LinkKind;
import se.ledfyr.casework.WorkList;
import se.ledfyr.casework.WorkListFilter;
import se.ledfyr.installation.OnlyInDemo;

/// Opens the cases of the demo's invented people in the office Nord: most with its coordinator, some waiting for
/// whoever is on duty, a family that belongs together, and one that has ended. All of it or, when it is
/// interrupted, nothing.
@Component
@OnlyInDemo
@Order(3)
class DemoCases implements ApplicationRunner {

    private static final int MOST = 12;

    private final WorkList worklist;
    private final Cases cases;
    private final HeldCases held;
    private final CaseLinks links;
    private final TransactionTemplate transaction;

    DemoCases(WorkList worklist, Cases cases, HeldCases held, CaseLinks links, TransactionTemplate transaction) {
        this.worklist = worklist;
        this.cases = cases;
        this.held = held;
        this.links = links;
        this.transaction = transaction;
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
        if (!held.list(HeldFilter.ALL, null, false).lines().isEmpty()) {
            return;
        }
        List<CaseId> opened = worklist.list(WorkListFilter.none(), null).lines().stream()
                .filter(line -> line.name() != null
                        && (line.name().text() != null || line.name().masked()))
                .limit(MOST)
                .map(line -> cases.open(line.id()))
                .toList();
        if (opened.size() == MOST) {
            opened.subList(6, 8).forEach(id -> cases.moveInside(id, HolderInside.ON_DUTY));
            links.link(opened.get(0), opened.get(1), LinkKind.CHILD);
            links.link(opened.get(0), opened.get(2), LinkKind.COMPANION);
            cases.close(opened.get(MOST - 1), new Closing("returned_home", null));
        }
    }
}
