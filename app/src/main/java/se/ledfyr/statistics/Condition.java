package se.ledfyr.statistics;

import java.util.List;

/// What a row must be for it to count. Values reach the database as binds; columns are checked against the
/// source.
public sealed interface Condition {

    String column();

    /// The column has one of the values.
    record Is(String column, List<String> values) implements Condition {

        public Is {
            values = List.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException("'is' needs at least one value");
            }
        }
    }

    /// The column has another value, or none.
    record IsNot(String column, String value) implements Condition {}

    /// The number in the column is higher than `bound`.
    record Above(String column, int bound) implements Condition {}

    /// The list in the column has the code as a member.
    record Contains(String column, String code) implements Condition {}

    /// The list in the column has at least one of the codes as a member.
    record Overlaps(String column, List<String> codes) implements Condition {
        public Overlaps {
            codes = List.copyOf(codes);
            if (codes.isEmpty()) {
                throw new IllegalArgumentException("'overlaps' needs at least one code");
            }
        }
    }

    /// The column is filled.
    record Stated(String column) implements Condition {}
}
