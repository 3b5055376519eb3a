package se.ledfyr.budget;

import java.time.LocalDate;
import java.util.List;
import se.ledfyr.organisations.OrganisationId;

/// An agreement as the funder writes it.
///
/// @param instalments what is to be paid when; together no more than what is granted
public record NewAgreement(
        OrganisationId keeper,
        Programme programme,
        int year,
        String reference,
        LocalDate signedOn,
        Money granted,
        String conditions,
        LocalDate reportDueOn,
        List<Planned> instalments) {

    private static final int LONGEST_REFERENCE = 80;
    private static final int LONGEST_CONDITIONS = 4_000;

    /// @param amount above nothing
    public record Planned(LocalDate dueOn, Money amount) {}

    public NewAgreement {
        instalments = List.copyOf(instalments);
        reference = reference.strip();
        conditions = conditions.strip();
        if (reference.isEmpty() || reference.length() > LONGEST_REFERENCE || conditions.length() > LONGEST_CONDITIONS) {
            throw new IllegalArgumentException("a reference, and conditions that fit");
        }
        if (granted.isNegative() || reportDueOn.isBefore(signedOn)) {
            throw new IllegalArgumentException("money is granted, and reported afterwards");
        }
        if (instalments.stream()
                        .map(Planned::amount)
                        .reduce(Money.ZERO, Money::plus)
                        .compareTo(granted)
                > 0) {
            throw new IllegalArgumentException("no more is paid than was granted");
        }
    }
}
