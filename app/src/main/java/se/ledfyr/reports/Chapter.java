package se.ledfyr.reports;

import java.util.List;
import se.ledfyr.statistics.Bilingual;

/// A chapter of the report.
public record Chapter(String id, Bilingual title, List<Part> parts) {

    public Chapter {
        parts = List.copyOf(parts);
    }
}
