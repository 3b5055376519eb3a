package se.ledfyr.support;

/// Which of those in the programme a list shows.
public enum CourseFilter {
    UNDER_WAY,
    /// Whose last written day lies within a week.
    ENDING,
    OVER
}
