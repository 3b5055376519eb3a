package se.ledfyr.budget;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A request for more money, with the figures it was written from.
///
/// @param ground why, in the words of whoever asks
/// @param outlook the forecast as it was when it was asked
/// @param decidedOn null until the funder has decided, like the next two
/// @param granted null also when nothing was granted
public record Supplement(
        SupplementId id,
        AgreementId agreement,
        LocalDate askedOn,
        Money asked,
        String ground,
        Outlook outlook,
        SupplementState state,
        @Nullable LocalDate decidedOn,
        @Nullable Money granted,
        @Nullable String decision) {}
