package se.ledfyr.intake;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A rule between the cells of a record, or between records. Tried only where the cells it reads are right
/// themselves.
///
/// The fault is put on the first column, the one whose meaning depends on the others.
sealed interface CrossRule {

    List<String> columns();

    /// Adults are at least 18 in the year of the day, children 0 to 18; with an unknown age there is no year.
    record BirthYearFitsAgeGroup(String year, String ageGroup, String day) implements CrossRule {
        @Override
        public List<String> columns() {
            return List.of(year, ageGroup, day);
        }
    }

    /// A municipality belongs to the region as it was on the day.
    record MunicipalityInRegion(String municipality, String region, String day) implements CrossRule {
        @Override
        public List<String> columns() {
            return List.of(municipality, region, day);
        }
    }

    /// No two records of the file have the same value.
    record OnlyOnce(String id) implements CrossRule {
        @Override
        public List<String> columns() {
            return List.of(id);
        }
    }

    /// All records with the same value in one column have the same value in another.
    record SameForAll(String group, String value) implements CrossRule {
        @Override
        public List<String> columns() {
            return List.of(group, value);
        }
    }

    /// One of the codes stands in a column; `""` stands for an empty cell.
    record When(String column, Set<String> codes) {
        public When {
            codes = Set.copyOf(codes);
        }

        static When is(String column, String... codes) {
            return new When(column, Set.of(codes));
        }
    }

    /// A column must say something when another does.
    record FilledWhen(String column, When when) implements CrossRule {
        @Override
        public List<String> columns() {
            return List.of(column, when.column());
        }
    }

    /// A column must be empty when all of the others say certain things.
    record EmptyWhen(String column, List<When> when) implements CrossRule {
        public EmptyWhen {
            when = List.copyOf(when);
        }

        @Override
        public List<String> columns() {
            return Stream.concat(Stream.of(column), when.stream().map(When::column))
                    .toList();
        }
    }

    /// Of two columns at most one is filled.
    record AtMostOne(String first, String second) implements CrossRule {
        @Override
        public List<String> columns() {
            return List.of(first, second);
        }
    }

    /// There are days exactly when a list of measures has the one they belong to.
    record DaysOf(String days, String measures, String measure) implements CrossRule {
        @Override
        public List<String> columns() {
            return List.of(days, measures);
        }
    }

    /// One day is at least so many days after another, where both are there.
    record DaysApart(String later, String earlier, int least) implements CrossRule {
        @Override
        public List<String> columns() {
            return List.of(later, earlier);
        }
    }

    /// A link names a record of the same file, before or after, of which something is true.
    record LinkInFile(String link, String id, When target) implements CrossRule {
        @Override
        public List<String> columns() {
            return List.of(link, id, target.column());
        }
    }
}
