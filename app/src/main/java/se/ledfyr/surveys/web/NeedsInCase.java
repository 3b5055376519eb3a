package se.ledfyr.surveys.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.needs.Need;
import se.ledfyr.needs.NeedState;
import se.ledfyr.needs.Needs;

/// What somebody needed and who met it, out of the ledger, as it was at the end of the year.
@Component
class NeedsInCase implements PartOfCase {

    private static final String ALL = "all_of_above";
    private static final String WHY = "why_civil_society";

    private final Needs needs;

    NeedsInCase(Needs needs) {
        this.needs = needs;
    }

    /// The needs of the person, not of children that have needs of their own.
    @Override
    public void say(CaseFile file, Said said) {
        List<Need> found = needs.listOf(file.id()).stream()
                .filter(need -> need.child() == null && need.state() != NeedState.STRUCK)
                .filter(need -> !need.seenOn().isAfter(said.lastDay()))
                .toList();
        List<Need> helped = found.stream()
                .filter(need ->
                        need.firstHelpOn() == null || !need.firstHelpOn().isAfter(said.lastDay()))
                .toList();
        Set<String> byAuthority =
                types(helped.stream().filter(Need::metByAuthority).toList());
        Set<String> byCivilSociety =
                types(helped.stream().filter(Need::metByCivilSociety).toList());
        said.several("needs", types(found));
        said.several("met_by_authority", byAuthority);
        said.several("met_by_civil_society", byCivilSociety);
        helped.stream()
                .map(Need::firstHelpOn)
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .ifPresent(first -> said.one("time_to_support", band(file.identifiedOn(), first)));
        if (!byCivilSociety.isEmpty()) {
            said.one(WHY, byAuthority.isEmpty() ? "no_public_support" : "public_support_insufficient");
            said.doubt(WHY);
        }
    }

    private static Set<String> types(List<Need> needs) {
        Set<String> types = needs.stream().map(Need::type).collect(Collectors.toCollection(TreeSet::new));
        return types.contains(ALL) ? Set.of(ALL) : types;
    }

    private static String band(LocalDate from, LocalDate to) {
        if (!to.isAfter(from.plusWeeks(1))) {
            return "within_week";
        }
        return to.isAfter(from.plusMonths(1)) ? "longer" : "within_month";
    }
}
