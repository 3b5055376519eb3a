package se.ledfyr.budget;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One person admitted to a programme, as far as money is concerned.
///
/// @param charged the day on which it counts in the accounts: that of the admission, or in the year
///     whose money pays where that is another
/// @param party who came together has the same
/// @param group the group event; null for none
/// @param days that the programme pays, from the day of admission on
/// @param written what single measures have cost, or a return is planned to cost or did cost; null where the work
///     wrote nothing down
/// @param paid what has been booked for this return; nothing in the support programme
/// @param housed whether the days are spent in protected housing
/// @param departed whether the return has been made; always so in the support programme
/// @param outcome how it ended, as a code; null while nobody has said
record Admitted(
        LocalDate day,
        LocalDate charged,
        int party,
        @Nullable Integer group,
        int days,
        @Nullable Money written,
        Money paid,
        boolean housed,
        boolean departed,
        @Nullable String outcome) {}
