package se.ledfyr.fiction;

import se.ledfyr.casework.Facts;
import se.ledfyr.casework.RegistrationId;

/// One row of an invented register.
///
/// @param number 0 for the first; names of the person are drawn from it
record InventedPerson(long number, RegistrationId id, Facts facts) {}
