package se.ledfyr.statistics;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.ledfyr.statistics.Dimension.Member;
import se.ledfyr.statistics.PublishedTable.Counted;

/// The counts of a statement: `v0`, `v1` and so on, one a member, and one more for everything that
/// something is divided by.
record Measures(List<Member> members) {

    static Measures of(Counted table) {
        return new Measures(table.members().isEmpty() ? List.of(everybody(table)) : table.members());
    }

    private static Member everybody(Counted table) {
        return new Member(
                "all", new Bilingual("Alla", "All"), List.of(), Optional.empty(), table.unit(), Optional.empty());
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
        List<Optional<String>> divisors = divisors();
        for (int i = 0; i < divisors.size(); i++) {
            statement.add(", ").add(divisors.get(i).map("sum(%s)"::formatted).orElse("count(*)"));
            statement.add(" as v" + (members.size() + i));
        }
    }

    /// What `format` makes of each count, one after another.
    String names(String format) {
        return IntStream.range(0, members.size() + divisors().size())
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
            statement.add(i + ", " + value(i) + ", " + base(i) + ")");
        }
    }

    /// A plain count, or what comes of dividing it by how many the cell counts.
    private String value(int i) {
        String counted = "coalesce(c.v" + i + ", 0)::numeric";
        return switch (members.get(i).unit()) {
            case PERSONS, CHILDREN, NEEDS, MEASURES, ANSWERS, CONSULTATIONS, NOTICES, CASES, DAYS, PERCENT, COUNTRIES ->
                counted;
            case SEK -> "round(%s)".formatted(counted);
            case YEARS_OF_AGE -> "round(%s / nullif(c.v%d, 0), 1)".formatted(counted, divisorOf(i));
            case SHARE -> "round(100 * %s / nullif(c.v%d, 0), 1)".formatted(counted, divisorOf(i));
            case MEAN, ANSWERS_PER_PERSON -> "round(%s / nullif(c.v%d, 0), 2)".formatted(counted, divisorOf(i));
        };
    }

    /// What a number was divided by; nothing for a plain count.
    private String base(int i) {
        return members.get(i).unit().isRelative() ? "coalesce(c.v%d, 0)::numeric".formatted(divisorOf(i)) : "null";
    }

    /// What the members' numbers are divided by, each once: the sum of a column, or how many rows there
    /// are.
    private List<Optional<String>> divisors() {
        return members.stream()
                .filter(member -> member.unit().isRelative())
                .map(Member::shareOf)
                .distinct()
                .toList();
    }

    private int divisorOf(int i) {
        return members.size() + divisors().indexOf(members.get(i).shareOf());
    }
}
