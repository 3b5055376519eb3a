package se.ledfyr.justice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
import se.ledfyr.codes.Code;
import se.ledfyr.codes.CodeBook;
import se.ledfyr.codes.Codes;
import se.ledfyr.people.PersonId;

/// Reports to the police in the acting organisation's own file, and how far each has come.
@Service
@Transactional
public class Reports {

    private static final String REFERENCE = "report.reference";
    private static final String UNIT = "report.unit";
    private static final String CRIME_CODE = "crime_code";

    private final ReportQueries queries;
    private final StatusQueries statuses;
    private final LegalFiles files;
    private final LegalClocks clocks;
    private final Codes codes;
    private final AuditLog audit;
    private final Clock clock;

    Reports(
            ReportQueries queries,
            StatusQueries statuses,
            LegalFiles files,
            LegalClocks clocks,
            Codes codes,
            AuditLog audit,
            Clock clock) {
        this.queries = queries;
        this.statuses = statuses;
        this.files = files;
        this.clocks = clocks;
        this.codes = codes;
        this.audit = audit;
        this.clock = clock;
    }

    /// Writes down a report, with how far it had come on its day.
    ///
    /// @throws NotHere when the acting organisation takes no part in such a case
    /// @throws IllegalArgumentException when a code was not valid on the day of the report
    public ReportId add(CaseId caseId, NewReport report) {
        PersonId person = files.open(caseId);
        report.crimes().forEach(crime -> check(crime, report.reportedOn()));
        ReportId id = ReportId.random();
        queries.insert(
                id,
                caseId,
                report,
                files.seal(person, REFERENCE, id.value(), report.reference()),
                files.seal(person, UNIT, id.value(), report.unit()),
                clock.instant());
        statuses.insert(caseId, id, NewStatus.of(report.status(), report.reportedOn()), clock.instant());
        note(Action.REPORT_ADDED, caseId, id, null, report.status());
        return id;
    }

    /// @throws NotHere when there is no such report in the acting organisation's own file of the case
    public Report get(CaseId caseId, ReportId id) {
        Report report = open(stored(caseId, id));
        note(Action.READ, caseId, id, null, null);
        return report;
    }

    /// The reports of a case in the acting organisation's own file, in the order they were written.
    public List<Report> listOf(CaseId caseId) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        List<Report> found = queries.listOf(caseId).stream().map(this::open).toList();
        if (!found.isEmpty()) {
            audit.note(Action.READ, Subject.REPORT, List.of(caseId.value()), null, String.valueOf(found.size()));
        }
        return found;
    }

    /// What the police call it, and who investigates, as it is known now.
    ///
    /// @throws NotHere when there is no such report here
    public void name(CaseId caseId, ReportId id, @Nullable String reference, @Nullable String unit) {
        stored(caseId, id);
        PersonId person = files.open(caseId);
        queries.name(
                id, files.seal(person, REFERENCE, id.value(), reference), files.seal(person, UNIT, id.value(), unit));
        note(Action.REPORT_CHANGED, caseId, id, null, "reference unit");
    }

    /// A report that was written down by mistake is counted nowhere any more.
    ///
    /// @throws NotHere when there is no such report here
    public void strike(CaseId caseId, ReportId id, String why) {
        stored(caseId, id);
        statuses.strikeAll(caseId, id, clock.instant());
        queries.strike(id, why, clock.instant());
        clocks.follow(caseId, id.value(), null);
        note(Action.REPORT_STRUCK, caseId, id, why, null);
    }

    /// Writes down how far a report has come, or that none was made.
    ///
    /// @param id null to say that no report was made, or that nobody knows
    /// @throws NotHere when the acting organisation takes no part in such a case, or has no such report
    /// @throws IllegalArgumentException when the status does not go with a report, or with none, or not
    ///     with the outcome
    public void set(CaseId caseId, @Nullable ReportId id, NewStatus status) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        if (id == null) {
            files.open(caseId);
        } else {
            stored(caseId, id);
        }
        check(id, status);
        UUID entry = statuses.insert(caseId, id, status, clock.instant());
        UUID thing = id == null ? caseId.value() : id.value();
        clocks.follow(caseId, thing, expected(caseId, id));
        audit.note(
                Action.LEGAL_STATUS_SET,
                Subject.REPORT,
                List.of(thing, caseId.value()),
                status.why(),
                status.status() + (status.outcome() == null ? "" : " " + status.outcome()) + " " + entry);
    }

    /// Takes back the line that holds now; the one before holds again.
    ///
    /// @throws NotHere when there is no line here
    public void takeBack(CaseId caseId, @Nullable ReportId id, String why) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        StatusEntry last = statuses.now(caseId, id).orElseThrow(NotHere::new);
        statuses.strike(last.id(), clock.instant());
        UUID thing = id == null ? caseId.value() : id.value();
        clocks.follow(caseId, thing, expected(caseId, id));
        audit.note(Action.LEGAL_STATUS_TAKEN_BACK, Subject.REPORT, List.of(thing, caseId.value()), why, last.status());
    }

    /// What is written of a case without any report: that none was made, and why; empty when nobody
    /// said.
    public Optional<StatusEntry> findWithoutReport(CaseId caseId) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return statuses.now(caseId, null);
    }

    /// How a report came to where it is, the latest first; of a case without a report where `id` is
    /// null.
    public List<StatusEntry> history(CaseId caseId, @Nullable ReportId id) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return statuses.history(caseId, id);
    }

    /// How far everything in the acting organisation's files has come, the newest first.
    ///
    /// @param status code of list `legal_status`; null for all
    /// @param page 0 for the first
    public StatusPage list(@Nullable String status, int page) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        List<StatusEntry> found = statuses.listNow(status, page * StatusPage.LINES, StatusPage.LINES + 1);
        List<StatusEntry> shown = found.stream().limit(StatusPage.LINES).toList();
        audit.note(
                Action.LISTED,
                Subject.REPORT,
                shown.stream().map(entry -> entry.caseId().value()).distinct().toList(),
                null,
                null);
        return new StatusPage(shown, found.size() > StatusPage.LINES);
    }

    private @Nullable LocalDate expected(CaseId caseId, @Nullable ReportId id) {
        return statuses.now(caseId, id).map(StatusEntry::expected).orElse(null);
    }

    private ReportQueries.Stored stored(CaseId caseId, ReportId id) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return queries.find(caseId, id).orElseThrow(NotHere::new);
    }

    private Report open(ReportQueries.Stored stored) {
        return new Report(
                stored.id(),
                stored.caseId(),
                stored.number(),
                stored.reportedOn(),
                stored.initiatedBy(),
                stored.region(),
                files.open(stored.caseId(), REFERENCE, stored.id().value(), stored.reference()),
                files.open(stored.caseId(), UNIT, stored.id().value(), stored.unit()),
                queries.crimes(stored.id()),
                statuses.now(stored.caseId(), stored.id()).orElse(null));
    }

    private void check(Crime crime, LocalDate day) {
        CodeBook book = codes.book();
        boolean known = crime.braCode() == null
                ? book.isValid("crime_classification", crime.crime(), day)
                : book.find(CRIME_CODE, crime.braCode(), day)
                        .map(Code::parent)
                        .filter(crime.crime()::equals)
                        .isPresent();
        if (!known) {
            throw new IllegalArgumentException("crimes: a code was not valid on the day of the report");
        }
    }

    private void check(@Nullable ReportId id, NewStatus status) {
        CodeBook book = codes.book();
        boolean fits = book.isValid("legal_status", status.status(), status.since())
                && (id == null
                        ? status.status().equals(StatusEntry.NO_REPORT)
                                || status.status().equals(StatusEntry.UNKNOWN)
                        : !status.status().equals(StatusEntry.NO_REPORT));
        boolean outcomeFits = status.outcome() == null
                || id != null
                        && book.find("legal_outcome", status.outcome(), status.since())
                                .map(Code::parent)
                                .filter(status.status()::equals)
                                .isPresent();
        if (!fits || !outcomeFits) {
            throw new IllegalArgumentException("status: does not go with the report or the outcome");
        }
    }

    private void note(Action action, CaseId caseId, ReportId id, @Nullable String why, @Nullable String detail) {
        audit.note(action, Subject.REPORT, List.of(id.value(), caseId.value()), why, detail);
    }
}
