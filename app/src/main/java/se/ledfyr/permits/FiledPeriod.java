package se.ledfyr.permits;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.ledfyr.casework.CaseId;

/// A reflection period that a file brought, about which the clock has asked what follows.
///
/// @param region a code of `police_region`
/// @param municipality of the social board, four digits; null for a lead investigator, or where the file does not say
/// @param caseId where its person has a case here; null for the office as a whole
public record FiledPeriod(
        UUID id,
        Applicant applicant,
        String region,
        @Nullable String municipality,
        LocalDate start,
        LocalDate end,
        @Nullable CaseId caseId) {}
