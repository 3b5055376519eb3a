package se.ledfyr.statistics;

import java.util.List;

/// Writes conditions into a statement.
final class Conditions {

    private Conditions() {}

    /// Always writes a `where`, so that more can follow with `and`.
    static void where(Statement statement, List<Condition> conditions) {
        statement.add(" where true");
        for (Condition condition : conditions) {
            String column = condition.column();
            switch (condition) {
                case Condition.Is is ->
                    statement.add(" and " + column + "::text = any(?::text[])", (Object)
                            is.values().toArray(String[]::new));
                case Condition.Above above -> statement.add(" and " + column + " > ?", above.bound());
                case Condition.Contains contains -> statement.add(" and ? = any(" + column + ")", contains.code());
                case Condition.Stated stated -> statement.add(" and " + column + " is not null");
            }
        }
    }
}
