package se.ledfyr.methods.forecast;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One person who was admitted.
///
/// @param party persons with the same party came together, as a parent and her children do
/// @param group the group event it belongs to; null for everybody else
public record Admission(LocalDate day, int party, @Nullable Integer group, Course course) {}
