package se.ledfyr.justice;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A report to the police as somebody writes it down.
///
/// @param reportedOn the day it was made
/// @param initiatedBy code of list `report_initiator`
/// @param region code of list `police_region`
/// @param reference what the police call it; null when not known. At most 60 characters, sealed
/// @param unit who investigates, in words; null when not known. At most 200 characters, sealed
/// @param crimes at least one
/// @param status how far it has come on that day, code of list `legal_status`; never that none was made
public record NewReport(
        LocalDate reportedOn,
        String initiatedBy,
        String region,
        @Nullable String reference,
        @Nullable String unit,
        List<Crime> crimes,
        String status) {

    public static final int MAX_REFERENCE = 60;
    public static final int MAX_UNIT = 200;

    public NewReport {
        crimes = crimes.stream().distinct().toList();
        if (crimes.isEmpty()) {
            throw new IllegalArgumentException("crimes: at least one");
        }
        if (reference != null && reference.length() > MAX_REFERENCE || unit != null && unit.length() > MAX_UNIT) {
            throw new IllegalArgumentException("reference or unit too long");
        }
        if (status.equals(StatusEntry.NO_REPORT)) {
            throw new IllegalArgumentException("status: a report was made");
        }
    }

    /// What the police call it may lead to a person.
    @Override
    public String toString() {
        return "NewReport[" + reportedOn + "]";
    }
}
