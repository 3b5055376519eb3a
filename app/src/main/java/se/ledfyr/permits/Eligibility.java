package se.ledfyr.permits;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.Cases;

/// Looking whether somebody in a case can have a reflection period, and why nobody applied for one.
///
/// What the law says stands in the [Editions] and nowhere in the code. The check advises: whatever it says, an
/// application can be written down.
@Service
@Transactional
public class Eligibility {

    private final EligibilityQueries queries;
    private final Editions editions;
    private final Cases cases;
    private final AuditLog audit;
    private final Clock clock;

    Eligibility(EligibilityQueries queries, Editions editions, Cases cases, AuditLog audit, Clock clock) {
        this.queries = queries;
        this.editions = editions;
        this.cases = cases;
        this.audit = audit;
        this.clock = clock;
    }

    /// The rules of today.
    public Edition edition() {
        return editions.on(today());
    }

    /// Asks the rules of today, and keeps what was answered and said.
    ///
    /// @param answers one to each question of the edition
    /// @throws NotHere when the acting organisation holds no such case
    /// @throws IllegalArgumentException when an answer is missing or none
    public Checked check(CaseId caseId, Map<String, String> answers) {
        CaseFile file = cases.getHeld(caseId);
        Edition edition = edition();
        List<String> said = edition.say(answers).stream().map(Saying::id).toList();
        Checked checked = new Checked(edition.id(), today(), answers, said, clock.instant());
        queries.insert(file, checked);
        note(Action.PERMIT_CHECKED, file, edition.id());
        return checked;
    }

    /// The check that was done last in the acting organisation.
    public Optional<Checked> findLast(CaseFile file) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return queries.findLast(file.id());
    }

    /// The edition a check was done by. Editions that were asked once are never taken away.
    public Edition editionOf(Checked checked) {
        return editions.find(checked.edition())
                .orElseThrow(() -> new IllegalStateException("The edition %s is gone".formatted(checked.edition())));
    }

    /// Says why nobody applied for the person of a case. An answer given before is kept and counts no more.
    ///
    /// @param cause a code of `no_application`
    /// @throws NotHere when the acting organisation holds no such case
    public void noApplication(CaseId caseId, String cause) {
        CaseFile file = cases.getHeld(caseId);
        queries.replaceCause(file, cause, today(), clock.instant());
        note(Action.PERMIT_NOT_APPLIED, file, cause);
    }

    /// A code of `no_application`; null where nobody has said why, or there is an application.
    public @Nullable String findCause(CaseFile file) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return queries.findCause(file.id()).orElse(null);
    }

    private void note(Action action, CaseFile file, String detail) {
        audit.note(
                action, Subject.PERMIT, List.of(file.id().value(), file.person().value()), null, detail);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Applications.LOCAL_TIME);
    }
}
