package se.ledfyr.justice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.casework.CaseId;
import se.ledfyr.people.PersonId;

/// Counsel, rights and compensation of somebody in a legal process, in the acting organisation's own
/// file.
@Service
@Transactional
public class LegalHelp {

    /// What can be answered to whether a right was met. Nothing written is "not asked" too.
    public static final List<String> ANSWERS = List.of("yes", "no", "not_applicable", "not_known", "not_asked");

    private static final String NAME = "counsel.name";
    private static final Set<String> WITH_MONEY = Set.of("granted", "partly");

    private final HelpQueries queries;
    private final LegalFiles files;
    private final LegalClocks clocks;
    private final AuditLog audit;
    private final Clock clock;

    LegalHelp(HelpQueries queries, LegalFiles files, LegalClocks clocks, AuditLog audit, Clock clock) {
        this.queries = queries;
        this.files = files;
        this.clocks = clocks;
        this.audit = audit;
        this.clock = clock;
    }

    /// Writes down that counsel was asked for.
    ///
    /// @throws NotHere when the acting organisation takes no part in such a case
    public UUID askCounsel(CaseId caseId, String kind, @Nullable String name, LocalDate asked) {
        PersonId person = files.open(caseId);
        UUID id = UUID.randomUUID();
        queries.insert(id, caseId, kind, files.seal(person, NAME, id, name), asked, clock.instant());
        note(Action.COUNSEL_NOTED, caseId, id, "asked " + kind);
        return id;
    }

    /// Writes down what came of asking.
    ///
    /// @throws NotHere when none waits for an answer here, or it was asked for after that day
    /// @throws IllegalArgumentException for the answer that there is none
    public void answerCounsel(CaseId caseId, UUID id, Counsel.Answer answer, LocalDate on) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        if (answer == Counsel.Answer.WAITING) {
            throw new IllegalArgumentException("answer: still waiting is none");
        }
        done(queries.answer(caseId, id, answer, on));
        note(Action.COUNSEL_NOTED, caseId, id, answer.stored());
    }

    /// Counsel is counsel no longer.
    ///
    /// @throws NotHere when none was appointed here, or only after that day
    public void endCounsel(CaseId caseId, UUID id, LocalDate on) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        done(queries.end(caseId, id, on));
        note(Action.COUNSEL_NOTED, caseId, id, "ended");
    }

    /// @throws NotHere when there is no such line here
    public void strikeCounsel(CaseId caseId, UUID id) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        done(queries.strikeCounsel(caseId, id, clock.instant()));
        note(Action.COUNSEL_NOTED, caseId, id, "struck");
    }

    /// Everybody who was asked for, first to last.
    public List<Counsel> counsel(CaseId caseId) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return queries.counsel(caseId).stream()
                .map(stored -> named(caseId, stored))
                .toList();
    }

    /// The answers on rights, by code of list `legal_right`. What is missing was not asked.
    public Map<String, String> rights(CaseId caseId) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return queries.rights(caseId);
    }

    /// Keeps the answers that differ from what is written.
    ///
    /// @param answers each one of [#ANSWERS], by code of list `legal_right`
    /// @throws NotHere when the acting organisation takes no part in such a case
    public void answerRights(CaseId caseId, Map<String, String> answers) {
        files.open(caseId);
        Map<String, String> before = queries.rights(caseId);
        Map<String, String> changed = new LinkedHashMap<>();
        answers.forEach((right, answer) -> {
            if (!ANSWERS.contains(answer)) {
                throw new IllegalArgumentException("answers: unknown answer");
            }
            if (!before.getOrDefault(right, "not_asked").equals(answer)) {
                changed.put(right, answer);
            }
        });
        changed.forEach((right, answer) -> queries.answer(caseId, right, answer, clock.instant()));
        if (!changed.isEmpty()) {
            audit.note(
                    Action.RIGHTS_ANSWERED,
                    Subject.CASE,
                    List.of(caseId.value()),
                    null,
                    String.valueOf(changed.size()));
        }
    }

    /// Writes down that money was asked for.
    ///
    /// @param ore whole öre; null when no amount was named
    /// @param expected when a decision is expected; a clock runs for it
    /// @throws NotHere when the acting organisation takes no part in such a case
    public UUID askMoney(
            CaseId caseId, String kind, LocalDate asked, @Nullable Long ore, @Nullable LocalDate expected) {
        files.open(caseId);
        UUID id = UUID.randomUUID();
        queries.insert(id, caseId, kind, asked, ore, expected, clock.instant());
        clocks.follow(caseId, id, expected);
        note(Action.COMPENSATION_NOTED, caseId, id, "asked " + kind);
        return id;
    }

    /// Writes down what was decided.
    ///
    /// @param decision code of list `compensation_decision`, not that it is waited for
    /// @param ore whole öre; null when not known, or nothing was granted
    /// @throws NotHere when none waits for a decision here, or it was asked for after that day
    public void decideMoney(CaseId caseId, UUID id, String decision, LocalDate on, @Nullable Long ore) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        if (decision.equals(Compensation.WAITING) || ore != null && !WITH_MONEY.contains(decision)) {
            throw new IllegalArgumentException("decision: no decision, or no money with it");
        }
        done(queries.decide(caseId, id, decision, on, ore));
        clocks.follow(caseId, id, null);
        note(Action.COMPENSATION_NOTED, caseId, id, decision);
    }

    /// @throws NotHere when there is no such line here
    public void strikeMoney(CaseId caseId, UUID id) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        done(queries.strikeCompensation(caseId, id, clock.instant()));
        clocks.follow(caseId, id, null);
        note(Action.COMPENSATION_NOTED, caseId, id, "struck");
    }

    /// Everything that was asked for, first to last.
    public List<Compensation> compensations(CaseId caseId) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return queries.compensations(caseId);
    }

    private Counsel named(CaseId caseId, HelpQueries.StoredCounsel stored) {
        Counsel one = stored.counsel();
        return new Counsel(
                one.id(),
                one.kind(),
                files.open(caseId, NAME, one.id(), stored.name()),
                one.askedOn(),
                one.answer(),
                one.answeredOn(),
                one.endedOn());
    }

    private void note(Action action, CaseId caseId, UUID id, String detail) {
        audit.note(action, Subject.CASE, List.of(caseId.value(), id), null, detail);
    }

    private static void done(boolean acted) {
        if (!acted) {
            throw new NotHere();
        }
    }
}
