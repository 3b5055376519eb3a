package se.ledfyr.justice;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ledfyr.casework.CaseId;

/// A report to the police, opened.
///
/// @param number counts the case's reports, from 1
/// @param reference what the police call it; null when not known, or when the person's key is gone
/// @param unit who investigates; null likewise
/// @param now how far it has come; null when every line of its history was struck
public record Report(
        ReportId id,
        CaseId caseId,
        int number,
        LocalDate reportedOn,
        String initiatedBy,
        String region,
        @Nullable String reference,
        @Nullable String unit,
        List<Crime> crimes,
        @Nullable StatusEntry now) {

    public Report {
        crimes = List.copyOf(crimes);
    }

    /// Says which report by id only.
    @Override
    public String toString() {
        return "Report[" + id.value() + "]";
    }
}
