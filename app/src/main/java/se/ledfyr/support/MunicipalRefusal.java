package se.ledfyr.support;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A municipality that said no before anybody applied to the programme.
///
/// @param municipality four digits
/// @param declined a code of `decline_reason`
/// @param inWriting whether it gave its decision in writing
/// @param askedInWriting whether it was asked to
/// @param on the day; null when nobody knows
public record MunicipalRefusal(
        String municipality,
        String declined,
        boolean inWriting,
        boolean askedInWriting,
        @Nullable LocalDate on) {}
