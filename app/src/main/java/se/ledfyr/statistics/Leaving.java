package se.ledfyr.statistics;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import se.ledfyr.statistics.Dimension.Coded;

/// The part of a statement that prints everybody but a larger group.
///
/// @param coded the table's dimensions, in the order that gives them their names in the statement
record Leaving(List<Coded> coded) {

    /// The dimensions whose codes are groups to be left out.
    List<Coded> groups() {
        return coded.stream().filter(Coded::leavesOut).toList();
    }

    /// Which groups are large enough, from the rows that are counted.
    void groups(Statement statement) {
        for (Coded group : groups()) {
            String name = name(group);
            String within = within(group).map(one -> ", " + name(one)).orElse("");
            statement.add("groups_%1$s as (select year, %1$s as code%2$s from counted where %1$s is not null"
                    .formatted(name, within));
            statement.add(" group by year, %s%s having sum(n) >= ?),\n".formatted(name, within), group.leaveOutFrom());
        }
    }

    /// Every row stands under everybody, and once for each group that is left out: with zeros when it
    /// is of that group, so that the line is printed also when nobody else is counted.
    void withoutEach(Statement statement) {
        for (Coded group : groups()) {
            String within = within(group)
                    .map(one -> " and g.%1$s is not distinct from c.%1$s".formatted(name(one)))
                    .orElse("");
            statement.add("\n  ").add("""
                     cross join lateral (select '%2$s' as code, false as gone
                        union all select '%3$s' || g.code, g.code is not distinct from c.%1$s
                        from groups_%1$s g where g.year = c.year%4$s) as w_%1$s""".formatted(name(group), Dimension.ALL, Dimension.WITHOUT, within));
        }
    }

    /// The condition of the grid: where a group is too small to be left out nothing stands, not even a zero.
    String whereThere() {
        String there = groups().stream()
                .flatMap(group -> within(group).map(one -> there(group, one)).stream())
                .collect(Collectors.joining(" and "));
        return there.isEmpty() ? "" : "\n  where " + there;
    }

    private String there(Coded group, Coded within) {
        return """
                (o.%1$s = '%3$s' or exists (select from named n
                    where n.year = o.year and n.%1$s = o.%1$s and n.%2$s = g%2$s.%2$s))""".formatted(name(group), name(within), Dimension.ALL);
    }

    private Optional<Coded> within(Coded group) {
        return group.within()
                .flatMap(id -> coded.stream().filter(one -> one.id().equals(id)).findFirst());
    }

    private String name(Coded dimension) {
        return "d" + coded.indexOf(dimension);
    }
}
