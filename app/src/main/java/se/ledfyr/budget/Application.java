package se.ledfyr.budget;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One application to a programme, as far as money is concerned.
///
/// @param decided null while it waits
/// @param admitted whether it led to an admission
/// @param together those of a group have the same; null for everybody else
/// @param begun the number that those of the group who have been admitted have as [Admitted#group];
///     null for none
/// @param planned what a return is planned to cost; null where nothing is
record Application(
        LocalDate applied,
        @Nullable LocalDate decided,
        boolean admitted,
        @Nullable Integer together,
        @Nullable Integer begun,
        @Nullable Money planned) {}
