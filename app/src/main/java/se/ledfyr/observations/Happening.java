package se.ledfyr.observations;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One thing that happened to one person, as it is read to be counted.
///
/// @param person whom it happened to, under an identifier that leads nowhere
/// @param group what lines are first put together within, such as a kind of authority; empty where there is none
/// @param line the line it counts in, such as a municipality
/// @param first the first mark that a table counts: in writing, late
/// @param second the second: not in writing, asked for in vain
/// @param days how long it took; null where it has not ended or does not matter
record Happening(
        UUID person,
        String group,
        String line,
        boolean first,
        boolean second,
        @Nullable Integer days) {}
