package se.ledfyr.budget;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One person admitted to a programme, as far as money is concerned.
///
/// @param party who came together has the same
/// @param group the group event; null for none
/// @param days that the programme pays, from the day of admission on
/// @param measures what single measures have cost, where the work wrote it down
/// @param housed whether the days are spent in protected housing
/// @param departed whether the return has been made; always so in the support programme
/// @param outcome how it ended, as a code; null while nobody has said
record Admitted(
        LocalDate day,
        int party,
        @Nullable Integer group,
        int days,
        Money measures,
        boolean housed,
        boolean departed,
        @Nullable String outcome) {}
