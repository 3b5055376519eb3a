package se.ledfyr.budget;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One person admitted to a programme, as far as money is concerned.
///
/// @param party who came together has the same
/// @param group the group event; null for none
/// @param housed whether the days are spent in protected housing
/// @param departed whether the return has been made; always so in the support programme
record Admitted(LocalDate day, int party, @Nullable Integer group, int days, boolean housed, boolean departed) {}
