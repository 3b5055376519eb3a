package se.ledfyr.budget;

/// Where an account stands on a day, in whole öre.
///
/// @param granted by the agreement
/// @param transferred from the year before: what was carried over, and what had been promised but not
///     paid
/// @param supplements granted during the year
/// @param received of the instalments; what has come of the money, no part of the sum
/// @param spent booked by that day
/// @param committed promised and not booked, as far as it falls on the days asked about
public record Account(
        Money granted, Money transferred, Money supplements, Money received, Money spent, Money committed) {

    /// All the money there is.
    public Money available() {
        return granted.plus(transferred).plus(supplements);
    }

    /// What is left when all that was promised has been paid. Below nothing when too much was promised.
    public Money result() {
        return available().minus(spent).minus(committed);
    }
}
