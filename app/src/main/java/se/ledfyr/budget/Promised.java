package se.ledfyr.budget;

import java.util.List;

/// What a programme promised, added up year by year, and for one year by how it ended.
record Promised(List<PromisedRows.OfYear> years, List<Outcomes.Left> outcomes) {

    Promised {
        years = List.copyOf(years);
        outcomes = List.copyOf(outcomes);
    }

    /// Those admitted in a year, also when nobody was.
    PromisedRows.OfYear admittedIn(int year) {
        return years.stream()
                .filter(one -> one.year() == year)
                .findFirst()
                .orElse(new PromisedRows.OfYear(year, 0, 0, 0, Money.ZERO));
    }
}
