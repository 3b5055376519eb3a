package se.ledfyr.reports;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.NotHere;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.statistics.ContactFigures;
import se.ledfyr.statistics.ContactFigures.Tables;
import se.ledfyr.surveys.SurveyYears;

/// The yearly report of civil society's contacts, for the platform over what its members sent and
/// for the statistics unit over the country. For everybody else there is none: small numbers are
/// still in it.
@Service
@Transactional
public class Reports {

    /// Counts below this are flagged unless another limit is asked for.
    public static final int LIMIT = 5;

    /// Limits that can be asked for, at most.
    public static final int HIGHEST_LIMIT = 20;

    private final Plans plans;
    private final ContactFigures figures;
    private final KeptTables kept;
    private final ReportTexts texts;
    private final SurveyYears years;
    private final AuditLog audit;

    Reports(
            Plans plans,
            ContactFigures figures,
            KeptTables kept,
            ReportTexts texts,
            SurveyYears years,
            AuditLog audit) {
        this.plans = plans;
        this.figures = figures;
        this.kept = kept;
        this.texts = texts;
        this.years = years;
        this.audit = audit;
    }

    /// The years that can be asked for, newest first.
    public List<Integer> years() {
        ReportTexts.requireReader();
        return years.list();
    }

    /// The newest year that somebody has answered for; the newest of all while nobody has.
    ///
    /// @throws NotHere when nothing is asked in any year
    public int latest() {
        List<Integer> all = years();
        return all.stream()
                .filter(year -> !figures.state(year).isEmpty())
                .max(Integer::compare)
                .or(() -> all.stream().max(Integer::compare))
                .orElseThrow(NotHere::new);
    }

    /// The report of a year.
    ///
    /// @param without a group case to leave out of every table, figure and text
    /// @param limit 2 to [#HIGHEST_LIMIT]; counts below it are flagged
    /// @throws NotHere when there is no such year, group case or limit, or no right to read it
    public Report get(int year, Optional<String> without, int limit) {
        ReportTexts.requireReader();
        if (!years.list().contains(year) || limit < 2 || limit > HIGHEST_LIMIT) {
            throw new NotHere();
        }
        String state = figures.state(year);
        Tables all = tables(year, Optional.empty(), state);
        if (without.filter(group -> !all.groups().contains(group)).isPresent()) {
            throw new NotHere();
        }
        audit.note(Action.READ, Subject.TABLE, List.of(), null, Plans.CIVIL + " " + year);
        Numbers everybody = new Numbers(plans.tables(), all.cells());
        Optional<Numbers> withCase = without.map(group -> everybody);
        Numbers shown = without.map(group ->
                        new Numbers(plans.tables(), tables(year, without, state).cells()))
                .orElse(everybody);
        return new Report(
                plans.plan(),
                plans.tables(),
                year,
                all.groups(),
                without,
                shown,
                withCase,
                SmallNumbers.of(plans.plan(), plans.tables(), shown, withCase, limit),
                texts.current(year));
    }

    private Tables tables(int year, Optional<String> without, String state) {
        return kept.get(new KeptTables.Key(figures.readers(), year, without), state, () -> figures.read(year, without));
    }
}
