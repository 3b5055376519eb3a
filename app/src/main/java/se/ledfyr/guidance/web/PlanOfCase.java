package se.ledfyr.guidance.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.casework.CaseSection;
import se.ledfyr.guidance.Plan;
import se.ledfyr.guidance.Plans;
import se.ledfyr.organisations.Members;
import se.ledfyr.pages.Piece;
import se.ledfyr.pages.Texts;

/// How far the plan of a case has come and what is to be done next, on its page.
@Component
class PlanOfCase implements CaseSection {

    private static final int ORDER = 200;
    private static final ZoneId LOCAL_TIME = ZoneId.of("Europe/Stockholm");

    private final Plans plans;
    private final Members members;
    private final Clock clock;

    PlanOfCase(Plans plans, Members members, Clock clock) {
        this.plans = plans;
        this.members = members;
        this.clock = clock;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<View> of(CaseFile file, Texts texts) {
        Plan plan = plans.of(file);
        boolean holds = file.isHeldBy(Acting.current().organisation());
        if (!holds && plan.tasks().isEmpty() && plan.marks().isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> model = new HashMap<>();
        model.put("file", file);
        model.put("plan", plan);
        model.put("colleagues", new Colleagues(members.list(), texts));
        model.put("today", LocalDate.ofInstant(clock.instant(), LOCAL_TIME));
        return Optional.of(new View("plan", texts.get("guidance.plan"), new Piece("guidance/case-section", model)));
    }
}
