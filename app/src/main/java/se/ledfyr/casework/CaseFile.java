package se.ledfyr.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.people.PersonId;

/// A case as an organisation sees it that has a dossier in it: the thin part all share, and its own way
/// to the person.
///
/// @param reference eight letters and digits, `K7M4-2QXD`, to be read out or written in a mail; tells nothing about
/// anybody
/// @param openedBy the organisation that opened it
/// @param ending when and how it was closed; empty while it is open
/// @param region a code of `police_region`
/// @param municipality four digits
/// @param identifiedOn the day on which somebody first thought of exploitation
/// @param person whom the case is about, in the acting organisation's own keeping
/// @param registration the acting organisation's registration it was opened from; null where it was taken over
/// @param holder who is accountable now; empty when the case is closed
public record CaseFile(
        CaseId id,
        String reference,
        OrganisationId openedBy,
        Instant openedAt,
        Optional<Ending> ending,
        String region,
        @Nullable String municipality,
        Route route,
        LocalDate identifiedOn,
        PersonId person,
        @Nullable RegistrationId registration,
        Optional<Holder> holder) {

    /// @param outcome a code of `case_outcome`
    public record Ending(Instant at, String outcome) {}

    /// Who is accountable.
    ///
    /// @param since when responsibility came to the organisation, however often it moved inside it afterwards
    /// @param inside who does the work; null when the holder is another organisation, whose affair that is
    public record Holder(
            OrganisationId organisation,
            Instant since,
            @Nullable HolderInside inside) {}

    public boolean isOpen() {
        return ending.isEmpty();
    }

    /// Whether `organisation` is accountable now.
    public boolean isHeldBy(OrganisationId organisation) {
        return holder.filter(present -> present.organisation().equals(organisation))
                .isPresent();
    }

    /// Says which case by id only.
    @Override
    public String toString() {
        return "CaseFile[" + id.value() + "]";
    }
}
