package se.ledfyr.justice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.ledfyr.casework.CaseId;
import se.ledfyr.organisations.MemberId;

/// One line of a history: how far something had come from a day on, who wrote it and why.
///
/// @param report the report it is about; null where it says that none was made, or that nobody knows
/// @param status code of list `legal_status`
/// @param until first day on which the next line holds; null for the line that holds now
/// @param outcome code of list `legal_outcome`; null where nothing was decided
/// @param convictedOf code of list `crime_classification`; with a conviction only
/// @param noReportReason code of list `no_report_reason`; where no report was made only
/// @param expected the day on which the next decision is expected
/// @param by who wrote it; null for what the house or the operator did
public record StatusEntry(
        UUID id,
        CaseId caseId,
        @Nullable ReportId report,
        String status,
        LocalDate since,
        @Nullable LocalDate until,
        @Nullable String outcome,
        @Nullable String convictedOf,
        @Nullable String noReportReason,
        @Nullable String why,
        @Nullable LocalDate expected,
        Instant notedAt,
        @Nullable MemberId by) {

    /// The status that stands without any report.
    public static final String NO_REPORT = "no_report_made";

    static final String UNKNOWN = "unknown_outcome";
    static final String CONVICTION = "conviction";

    /// Says which entry by id only.
    @Override
    public String toString() {
        return "StatusEntry[" + id + "]";
    }
}
