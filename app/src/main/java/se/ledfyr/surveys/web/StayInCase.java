package se.ledfyr.surveys.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.permits.Eligibility;
import se.ledfyr.permits.Permit;
import se.ledfyr.permits.PermitHistory;
import se.ledfyr.surveys.SurveyForm;

/// What somebody may stay in the country on in the year, and whether there was a reflection period or a reason for
/// none.
@Component
class StayInCase implements PartOfCase {

    private static final String UNKNOWN_KIND = "kind_unknown";
    private static final String ASYLUM = "asylum_seeker";

    /// Grounds to stay that nobody is granted by a permit.
    private static final Set<String> NO_PERMIT =
            Set.of(ASYLUM, "eu_citizen_no_right", "undocumented", "swedish_or_established");

    private final PermitHistory permits;
    private final Eligibility eligibility;
    private final Clock clock;

    StayInCase(PermitHistory permits, Eligibility eligibility, Clock clock) {
        this.permits = permits;
        this.eligibility = eligibility;
        this.clock = clock;
    }

    @Override
    public void say(CaseFile file, Said said) {
        List<Permit> held = permits.listOf(file).stream()
                .filter(permit -> permit.from() == null || !permit.from().isAfter(said.lastDay()))
                .filter(permit -> permit.to() == null || permit.to().getYear() >= said.year())
                .toList();
        if (said.form() == SurveyForm.CHILD) {
            if (!held.isEmpty()) {
                said.yesNo(
                        "asylum_seeker",
                        held.stream().anyMatch(each -> each.kind().equals(ASYLUM)));
            }
            return;
        }
        granted(held, said);
        boolean reflection = held.stream().anyMatch(each -> each.kind().equals(Permit.REFLECTION));
        if (reflection || eligibility.findCause(file) != null) {
            said.yesNo("reflection_granted", reflection);
        }
    }

    /// The ground is the one that holds last in the year, or today while the year goes on.
    private static void granted(List<Permit> held, LocalDate day, Said said) {
        List<Permit> given =
                held.stream().filter(each -> !NO_PERMIT.contains(each.kind())).toList();
        if (!given.isEmpty()) {
            said.yesNo("permit_granted", true);
        }
        (given.isEmpty() ? held : given)
                .stream()
                        .sorted(java.util.Comparator.comparing(each -> each.holdsOn(day) ? 0 : 1))
                        .map(Permit::kind)
                        .filter(kind -> !kind.equals(UNKNOWN_KIND))
                        .findFirst()
                        .ifPresent(kind -> said.one("residence_status", kind));
    }

    private void granted(List<Permit> held, Said said) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Stockholm"));
        granted(held, today.isBefore(said.lastDay()) ? today : said.lastDay(), said);
    }
}
