package se.ledfyr.statistics;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.ledfyr.statistics.Dimension.Member;
import se.ledfyr.statistics.PublishedTable.Counted;

/// The counts of a statement: `v0`, `v1` and so on, one a member, and one more of everything where something is
/// divided by it.
record Measures(List<Member> members) {

    static Measures of(Counted table) {
        return new Measures(table.members().isEmpty() ? List.of(everybody(table)) : table.members());
    }

    private static Member everybody(Counted table) {
        return new Member("all", new Bilingual("Alla", "All"), List.of(), Optional.empty(), table.unit());
    }

    /// The counting itself, each with its own condition.
    void count(Statement statement, Source source) {
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            statement.add(", ").add(member.sum().map("sum(%s)"::formatted).orElse("count(*)"));
            if (!member.where().isEmpty()) {
                statement.add(" filter (");
                Conditions.where(statement, source, member.where());
                statement.add(")");
            }
            statement.add(" as v" + i);
        }
        statement.add(isRelative() ? ", count(*) as v" + members.size() : "");
    }

    /// What `format` makes of each count, one after another.
    String names(String format) {
        return IntStream.range(0, members.size() + (isRelative() ? 1 : 0))
                .mapToObj(i -> ", " + format.formatted(i))
                .collect(Collectors.joining());
    }

    /// A row of code, unit, place and value for each member.
    void values(Statement statement) {
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            statement.add(
                    i == 0 ? "(?::text, ?::text, " : ", (?::text, ?::text, ",
                    member.code(),
                    member.unit().code());
            statement.add(i + ", " + value(i) + ")");
        }
    }

    /// A plain count, or what comes of dividing it by how many the cell counts.
    private String value(int i) {
        String counted = "coalesce(c.v" + i + ", 0)::numeric";
        return switch (members.get(i).unit()) {
            case PERSONS, CHILDREN, NEEDS, MEASURES, CONSULTATIONS, NOTICES, CASES, DAYS, PERCENT -> counted;
            case SEK -> "round(%s)".formatted(counted);
            case SHARE -> "round(100 * %s / nullif(c.v%d, 0), 1)".formatted(counted, members.size());
            case MEAN -> "round(%s / nullif(c.v%d, 0), 2)".formatted(counted, members.size());
        };
    }

    private boolean isRelative() {
        return members.stream().anyMatch(member -> member.unit().isRelative());
    }
}
