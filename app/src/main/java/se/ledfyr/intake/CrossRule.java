package se.ledfyr.intake;

import java.util.List;

/// A rule between the cells of a record, or between records. Tried only where the cells it reads are right themselves.
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
}
