package se.ledfyr.statistics;

import java.util.List;

/// Writes conditions into a statement.
final class Conditions {

    private Conditions() {}

    /// Always writes a `where`, so that more can follow with `and`.
    static void where(Statement statement, Source source, List<Condition> conditions) {
        statement.add(" where true");
        for (Condition condition : conditions) {
            String column = condition.column();
            switch (condition) {
                case Condition.Is is ->
                    statement.add(
                            " and %s = any(?::text[]::%s[])".formatted(column, sqlType(source.typeOf(column))),
                            (Object) is.values().toArray(String[]::new));
                case Condition.IsNot not -> statement.add(" and " + column + " is distinct from ?", not.value());
                case Condition.Above above -> statement.add(" and " + column + " > ?", above.bound());
                case Condition.Contains contains -> statement.add(" and ? = any(" + column + ")", contains.code());
                case Condition.Overlaps overlaps ->
                    statement.add(" and " + column + " && ?::text[]", (Object)
                            overlaps.codes().toArray(String[]::new));
                case Condition.Stated stated -> statement.add(" and " + column + " is not null");
            }
        }
    }

    /// The values are compared as what the column holds, so that the column itself need not be converted row by
    /// row.
    private static String sqlType(Class<?> type) {
        if (type == Boolean.class) {
            return "boolean";
        }
        return Number.class.isAssignableFrom(type) ? "numeric" : "text";
    }
}
