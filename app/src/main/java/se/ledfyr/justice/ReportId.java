package se.ledfyr.justice;

import java.util.UUID;

/// Names a report to the police. It tells nothing about anybody.
public record ReportId(UUID value) {

    /// @throws IllegalArgumentException when `text` is no UUID
    public static ReportId of(String text) {
        return new ReportId(UUID.fromString(text));
    }

    static ReportId random() {
        return new ReportId(UUID.randomUUID());
    }
}
