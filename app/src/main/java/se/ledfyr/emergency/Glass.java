package se.ledfyr.emergency;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.OrganisationId;

/// That somebody broke the glass. It is the same whether or not there was anybody behind it.
///
/// @param name of the member, where the reader is of the same organisation; else null
/// @param office name of the organisation
/// @param kind what was written: `NUMBER`, `NAME` or `REFERENCE`; the words are not kept
/// @param until when whatever it opened closes again
public record Glass(
        GlassId id,
        OrganisationId organisation,
        String office,
        MemberId member,
        @Nullable String name,
        Instant at,
        Instant until,
        String reason,
        String kind,
        Optional<Judged> judged) {

    /// How it was judged afterwards.
    public enum Verdict {
        JUSTIFIED,
        NOT_JUSTIFIED,
        TO_BE_INVESTIGATED
    }

    /// @param why in the judge's words
    public record Judged(Verdict verdict, String why, Instant at, MemberId by) {}

    /// The reason may say who somebody is.
    @Override
    public String toString() {
        return "Glass[" + id.value() + "]";
    }
}
