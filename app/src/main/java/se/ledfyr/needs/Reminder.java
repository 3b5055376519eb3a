package se.ledfyr.needs;

import org.jspecify.annotations.Nullable;

/// Something that is still to be done for a child.
///
/// @param child for whom; null for the person of the case, when the child route is theirs
public record Reminder(@Nullable Child child, Contact.Authority authority) {}
