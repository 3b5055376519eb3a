package se.ledfyr.budget;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.ledfyr.organisations.OrganisationId;

/// What somebody pays for one programme in one year.
///
/// @param keeper runs the programme and keeps the account
/// @param granted at first, without what is added or transferred later
/// @param acceptedOn when the keeper took it on; null before
/// @param reportedOn when the report was handed in; null before
public record Agreement(
        AgreementId id,
        OrganisationId keeper,
        OrganisationId funder,
        Programme programme,
        int year,
        String reference,
        LocalDate signedOn,
        Money granted,
        String conditions,
        LocalDate reportDueOn,
        @Nullable LocalDate reportedOn,
        @Nullable LocalDate acceptedOn) {

    public LocalDate first() {
        return LocalDate.of(year, 1, 1);
    }

    public LocalDate last() {
        return LocalDate.of(year, 12, 31);
    }

    public boolean isAccepted() {
        return acceptedOn != null;
    }
}
