package se.ledfyr.needs;

import java.time.LocalDate;

/// What somebody said when asked about children in one place.
///
/// @param answer code of list `children_answer`
public record ChildrenAnswer(ChildPlace place, String answer, LocalDate askedOn) {}
