package se.ledfyr.budget.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.ledfyr.budget.GrantCosts;
import se.ledfyr.casework.CaseSection;
import se.ledfyr.codes.Codes;
import se.ledfyr.pages.Piece;
import se.ledfyr.pages.Texts;
import se.ledfyr.support.Course;
import se.ledfyr.support.GrantSection;

/// On the page of somebody in the support programme: what the days are worth, by who pays them.
@Component
class CostsOfGrant implements GrantSection {

    private static final int ORDER = 600;

    private final GrantCosts costs;
    private final Codes codes;

    CostsOfGrant(GrantCosts costs, Codes codes) {
        this.costs = costs;
        this.codes = codes;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<CaseSection.View> of(Course course, Texts texts) {
        List<CostLine> lines = costs
                .of(course.grant().id().value(), course.grant().grantedOn())
                .stream()
                .map(one -> new CostLine(
                        codes.book().label("day_payer", one.payer(), texts.language()),
                        one.days(),
                        one.worth().text()))
                .toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new CaseSection.View(
                        "costs",
                        texts.get("budget.grant.title"),
                        new Piece("budget/grant-section", Map.of("lines", lines))));
    }
}
