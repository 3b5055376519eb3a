package se.ledfyr.surveys.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.casework.CaseId;
import se.ledfyr.justice.Compensation;
import se.ledfyr.justice.Crime;
import se.ledfyr.justice.LegalHelp;
import se.ledfyr.justice.Report;
import se.ledfyr.justice.ReportId;
import se.ledfyr.justice.Reports;
import se.ledfyr.justice.StatusEntry;
import se.ledfyr.surveys.SurveyForm;

/// The legal process of somebody: reports to the police or why there is none, rights, money asked for.
@Component
class ProcessInCase implements PartOfCase {

    private static final String ALL_RIGHTS = "all_rights";
    private static final String AFRAID = "afraid_of_authorities";
    private static final Set<String> WITH_MONEY = Set.of("granted", "partly");

    private final Reports reports;
    private final LegalHelp help;

    ProcessInCase(Reports reports, LegalHelp help) {
        this.reports = reports;
        this.help = help;
    }

    @Override
    public void say(CaseFile file, Said said) {
        List<Report> made = reports.listOf(file.id()).stream()
                .filter(report -> !report.reportedOn().isAfter(said.lastDay()))
                .toList();
        Optional<StatusEntry> none = made.isEmpty()
                ? Optional.ofNullable(at(file.id(), null, said.lastDay()))
                        .filter(entry -> entry.status().equals(StatusEntry.NO_REPORT))
                : Optional.empty();
        if (said.form() == SurveyForm.CHILD) {
            if (!made.isEmpty() || none.isPresent()) {
                said.yesNo("own_police_report", !made.isEmpty());
            }
            return;
        }
        reported(file.id(), made, said);
        none.ifPresent(entry -> notReported(entry, said));
        rights(file.id(), said);
        money(file.id(), said);
    }

    private void reported(CaseId id, List<Report> made, Said said) {
        if (made.isEmpty()) {
            return;
        }
        List<StatusEntry> far = made.stream()
                .map(report -> at(id, report.id(), said.lastDay()))
                .filter(Objects::nonNull)
                .toList();
        said.number("police_reports", made.size());
        said.several(
                "crimes",
                made.stream()
                        .flatMap(report -> report.crimes().stream())
                        .map(Crime::crime)
                        .toList());
        said.several("legal_status", far.stream().map(StatusEntry::status).toList());
        far.stream()
                .map(StatusEntry::convictedOf)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(crime -> said.one("convicted_for", crime));
    }

    /// Why nothing was reported says something about why civil society was needed, too.
    private static void notReported(StatusEntry entry, Said said) {
        said.number("police_reports", 0);
        said.one("legal_status", entry.status());
        if (AFRAID.equals(entry.noReportReason())) {
            said.one("why_civil_society", "did_not_dare");
            said.doubt("why_civil_society");
        }
    }

    /// How far something had come on a day.
    private @Nullable StatusEntry at(CaseId id, @Nullable ReportId report, LocalDate day) {
        return reports.history(id, report).stream()
                .filter(entry -> !entry.since().isAfter(day))
                .filter(entry -> entry.until() == null || entry.until().isAfter(day))
                .findFirst()
                .orElse(null);
    }

    private void rights(CaseId id, Said said) {
        switch (help.rights(id).getOrDefault(ALL_RIGHTS, "not_asked")) {
            case "yes" -> said.yesNo("rights_met", true);
            case "no" -> said.yesNo("rights_met", false);
            case "not_known" -> said.notKnown("rights_met");
            default -> {
                // Not asked, and not applicable, are no answers here.
            }
        }
    }

    private void money(CaseId id, Said said) {
        List<Compensation> asked = help.compensations(id).stream()
                .filter(each -> !each.askedOn().isAfter(said.lastDay()))
                .toList();
        if (!asked.isEmpty()) {
            boolean received = asked.stream()
                    .filter(each ->
                            each.decidedOn() != null && !each.decidedOn().isAfter(said.lastDay()))
                    .anyMatch(each -> WITH_MONEY.contains(each.decision()));
            said.one("compensation", received ? "received" : "claimed");
            if (received) {
                said.doubt("compensation");
            }
        }
    }
}
