package se.ledfyr.statistics.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import se.ledfyr.statistics.PublishedTable;
import se.ledfyr.statistics.Source;

/// A heading in the list of tables: whose work the figures are counted from.
public enum TablePart {
    COORDINATORS,
    WORK,
    PROGRAMMES,
    REFLECTION,
    LEGAL,
    CIVIL;

    static TablePart of(PublishedTable table) {
        return of(table.content().counted().population().source());
    }

    private static TablePart of(Source source) {
        return switch (source) {
            case REGISTRATIONS -> COORDINATORS;
            case NEEDS, NEEDS_SPREAD, MEASURES, PEOPLE_IN_CASES, CONSULTATIONS, NOTICES -> WORK;
            case AMP_GRANTS, NSP_GRANTS, FUNDING -> PROGRAMMES;
            case REFLECTION_PERIODS, REFLECTION_APPLICATIONS, REFLECTION_FOLLOWED, REFLECTION_NONE -> REFLECTION;
            case LEGAL_PROCESS, LEGAL_RIGHTS -> LEGAL;
            case CIVIL_ADULTS,
                    CIVIL_CHILDREN,
                    CIVIL,
                    CIVIL_NEEDS,
                    CIVIL_STARTS,
                    CIVIL_ORIGINS,
                    CIVIL_REASONS,
                    CIVIL_ANSWERS -> CIVIL;
        };
    }

    /// The tables under their headings, in their own order; a heading without a table is not there.
    static Map<TablePart, List<PublishedTable>> divide(List<PublishedTable> tables) {
        return tables.stream()
                .collect(Collectors.groupingBy(
                        TablePart::of, () -> new EnumMap<>(TablePart.class), Collectors.toList()));
    }

    /// Where the heading stands on the page, and the end of its key in the message files.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
