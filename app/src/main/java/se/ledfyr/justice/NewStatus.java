package se.ledfyr.justice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How far something has come, as somebody writes it down.
///
/// @param status code of list `legal_status`
/// @param since the first day on which it was so
/// @param outcome code of list `legal_outcome` that goes with the status; null where nothing was
///     decided
/// @param convictedOf code of list `crime_classification`; null unless there is a conviction
/// @param noReportReason code of list `no_report_reason`; null unless no report was made
/// @param why in words, at most 500 characters, about the process and not the person
/// @param expected when the next decision is expected; not before `since`
public record NewStatus(
        String status,
        LocalDate since,
        @Nullable String outcome,
        @Nullable String convictedOf,
        @Nullable String noReportReason,
        @Nullable String why,
        @Nullable LocalDate expected) {

    static final int MAX_WHY = 500;

    public NewStatus {
        if (convictedOf != null && !status.equals(StatusEntry.CONVICTION)) {
            throw new IllegalArgumentException("convictedOf: only with a conviction");
        }
        if (noReportReason != null && !status.equals(StatusEntry.NO_REPORT)) {
            throw new IllegalArgumentException("noReportReason: only where no report was made");
        }
        if (expected != null && expected.isBefore(since)) {
            throw new IllegalArgumentException("expected must not be before since");
        }
        if (why != null && why.length() > MAX_WHY) {
            throw new IllegalArgumentException("why must be at most %d characters".formatted(MAX_WHY));
        }
    }

    /// A status and its first day, and nothing else.
    public static NewStatus of(String status, LocalDate since) {
        return new NewStatus(status, since, null, null, null, null, null);
    }
}
