package se.ledfyr.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.ledfyr.statistics.Dimension.Coded;
import se.ledfyr.statistics.Dimension.Empty;
import se.ledfyr.statistics.PublishedTable.Counted;

/// Turns counted numbers into one statement.
///
/// The rows are read once, by one plain `group by` over the finest cells (`counted`). Sums (`cells`),
/// the grid of what must be printed even with zero (`grid`) and everything after it work on those few
/// cells. A cell that is counted but stands outside the grid is printed all the same: nobody who was
/// counted may fall out of a table.
final class StatementBuilder {

    /// Sorts after every code of a list.
    private static final int LAST_BUT_ONE = 1_000_000;

    private static final int LAST = 1_000_001;

    private final Statement statement = new Statement();
    private final Counted table;
    private final Selection selection;
    private final List<Coded> coded;
    private final Measures measures;
    private final Leaving leaving;

    private StatementBuilder(Counted table, Selection selection) {
        this.table = table;
        this.selection = selection;
        this.coded = table.coded();
        this.measures = Measures.of(table);
        this.leaving = new Leaving(coded);
    }

    /// The statement's columns: the year, a code for each further dimension, `unit` and `value`.
    static Statement counted(Counted table, Selection selection) {
        return new StatementBuilder(table, selection).build(false);
    }

    /// The statement's columns: both years, a code for each further dimension, `unit` and `value`.
    static Statement change(Counted table, Selection selection) {
        return new StatementBuilder(table, withYearsBefore(selection)).changes(selection);
    }

    /// The statement's only column: the years that occur in a population.
    static Statement years(Population population) {
        Statement statement = new Statement();
        statement.add("select distinct year from ").add(population.source().from());
        Conditions.where(statement, population.source(), population.where());
        return statement.add(" order by year");
    }

    private Statement build(boolean nested) {
        counted();
        named();
        cells();
        grid();
        statement.add("select coalesce(g.year, c.year) as year");
        for (Dimension dimension :
                table.dimensions().subList(1, table.dimensions().size())) {
            statement.add(", ").add(codeOf(dimension)).add(" as ").add(aliasOf(dimension));
        }
        statement.add(", m.unit, m.value, m.base, m.sort as msort").add(sorts());
        statement.add("\nfrom grid g full join cells c on c.year = g.year");
        onCodes();
        statement.add("\ncross join lateral (values ");
        measures.values(statement);
        statement.add(") as m (code, unit, sort, value, base)");
        return nested ? statement : statement.add(order());
    }

    private Statement changes(Selection asked) {
        List<Dimension> rest = table.dimensions().subList(1, table.dimensions().size());
        statement.add("with figures as (");
        build(true);
        statement.add(
                "), years as (select distinct year from figures)\nselect b.year - 1 as year_from, b.year as year_to");
        rest.forEach(dimension -> statement.add(", b.").add(aliasOf(dimension)));
        statement.add(
                ", 'percent' as unit, round(100.0 * (b.value - a.value) / nullif(a.value, 0), 1) as value, null::numeric");
        statement.add(
                "\nfrom figures b join years y on y.year = b.year - 1 left join figures a on a.year = b.year - 1");
        rest.forEach(dimension ->
                statement.add(" and a.").add(aliasOf(dimension)).add(" = b.").add(aliasOf(dimension)));
        if (!asked.years().isEmpty()) {
            statement.add(
                    "\nwhere b.year = any(?::int[])", (Object) asked.years().toArray(Integer[]::new));
        }
        statement.add("\norder by b.year");
        IntStream.range(0, coded.size()).forEach(i -> statement.add(", b.s" + i + " nulls last, b.d" + i));
        return statement.add(", b.msort");
    }

    private void counted() {
        statement.add("with counted as (\n  select year");
        coded.forEach(dimension ->
                statement.add(", ").add(dimension.column()).add(" as ").add(aliasOf(dimension)));
        measures.count(statement, table.population().source());
        statement.add(leaving.groups().isEmpty() ? "" : ", count(*) as n");
        statement.add("\n  from ").add(table.population().source().from());
        Conditions.where(statement, table.population().source(), selected());
        askedYears();
        statement.add("\n  group by year");
        coded.forEach(dimension -> statement.add(", ").add(dimension.column()));
        statement.add("),\n");
    }

    private List<Condition> selected() {
        List<Condition> where = asked();
        where.addAll(table.where());
        coded.stream()
                .filter(dimension -> dimension.empty() == Empty.LEFT_OUT)
                .forEach(dimension -> where.add(new Condition.Stated(dimension.column())));
        return where;
    }

    /// Everybody in the population whom the question is about.
    private List<Condition> asked() {
        List<Condition> where = new ArrayList<>(table.population().where());
        selection.region().ifPresent(region -> where.add(new Condition.Is("region", List.of(region))));
        if (table.population().source().has(Selection.GROUP_CASE)) {
            selection.without().ifPresent(group -> where.add(new Condition.IsNot(Selection.GROUP_CASE, group)));
        }
        return where;
    }

    private void askedYears() {
        if (!selection.years().isEmpty()) {
            statement.add(
                    " and year = any(?::int[])", (Object) selection.years().toArray(Integer[]::new));
        }
    }

    private void named() {
        leaving.groups(statement);
        statement.add("named as (select c.year");
        coded.forEach(dimension -> statement.add(
                (dimension.leavesOut() ? ", w_%1$s.code as %1$s" : ", coalesce(c.%1$s::text, 'not_stated') as %1$s")
                        .formatted(aliasOf(dimension))));
        String gone = leaving.groups().stream()
                .map(group -> "w_%s.gone".formatted(aliasOf(group)))
                .collect(Collectors.joining(" or "));
        statement.add(measures.names(gone.isEmpty() ? "v%d" : "case when " + gone + " then 0 else v%1$d end as v%1$d"));
        statement.add(" from counted c");
        leaving.withoutEach(statement);
        statement.add("),\n");
    }

    private void cells() {
        statement.add("cells as (select year");
        coded.forEach(dimension -> statement.add(
                (dimension.total() ? ", coalesce(%1$s, 'all') as %1$s" : ", %1$s").formatted(aliasOf(dimension))));
        boolean totals = coded.stream().anyMatch(dimension -> dimension.total() || dimension.leavesOut());
        statement.add(measures.names(totals ? "sum(v%1$d) as v%1$d" : "v%d")).add(" from named");
        if (totals) {
            statement.add(" group by year");
            coded.forEach(dimension ->
                    statement.add((dimension.total() ? ", rollup (%s)" : ", %s").formatted(aliasOf(dimension))));
        }
        statement.add("),\n");
    }

    /// What is printed even when nobody is counted: every code that was valid some day of the year, for
    /// every year and everything that occurs.
    private void grid() {
        List<Coded> occurring = coded.stream().filter(Coded::occurring).toList();
        String names =
                occurring.stream().map(dimension -> ", " + aliasOf(dimension)).collect(Collectors.joining());
        statement.add("occurring as (select distinct year").add(names);
        if (occurring.isEmpty() && !table.where().isEmpty()) {
            statement.add(" from ").add(table.population().source().from());
            Conditions.where(statement, table.population().source(), asked());
            askedYears();
        } else {
            statement.add(" from named");
        }
        if (occurring.stream().anyMatch(dimension -> dimension.empty() == Empty.NOT_STATED)) {
            statement.add(" union select year");
            occurring.forEach(dimension -> statement.add(", 'not_stated'"));
            statement.add(" from named");
        }
        statement.add("),\ngrid as (select o.year");
        coded.forEach(dimension -> statement.add(", %s.%s, %s"
                .formatted(
                        dimension.occurring() ? "o" : "g" + aliasOf(dimension),
                        aliasOf(dimension),
                        sortOf(dimension))));
        statement.add(" from occurring o");
        coded.stream().filter(dimension -> !dimension.occurring()).forEach(this::codes);
        statement.add(leaving.whereThere()).add(")\n");
    }

    private void codes(Coded dimension) {
        statement.add("\n  cross join lateral (");
        Optional<String> only = onlyCode(dimension);
        if (only.isPresent()) {
            statement.add("select ?::text as code, 0 as sort", only.get());
        } else if (dimension.list().isPresent()) {
            statement.add("""
                    select code, max(sort) as sort from codes_api.code
                      where list = ? and coalesce(valid_from <= make_date(o.year, 12, 31), true)
                        and coalesce(valid_to > make_date(o.year, 1, 1), true) group by code""", dimension.list().get());
        } else {
            ownCodes(dimension);
        }
        if (dimension.empty() == Empty.NOT_STATED) {
            statement.add(" union all select 'not_stated', " + LAST_BUT_ONE);
        }
        if (dimension.total()) {
            statement.add(" union all select 'all', " + LAST);
        }
        statement.add(") as g%1$s (%1$s, sort)".formatted(aliasOf(dimension)));
    }

    private void ownCodes(Coded dimension) {
        statement.add("values ");
        for (int i = 0; i < dimension.own().size(); i++) {
            statement
                    .add(
                            i == 0 ? "(?::text, " : ", (?::text, ",
                            dimension.own().get(i).code())
                    .add(i + ")");
        }
    }

    /// One region asked for: a table by region then shows that region, not the others with zeros that
    /// mean nothing.
    private Optional<String> onlyCode(Coded dimension) {
        return dimension.column().equals("region") ? selection.region() : Optional.empty();
    }

    private void onCodes() {
        coded.forEach(dimension -> statement.add(" and c.%1$s = g.%1$s".formatted(aliasOf(dimension))));
    }

    private String sorts() {
        return coded.stream()
                .map(dimension -> ", g." + sortAlias(dimension) + " as " + sortAlias(dimension))
                .collect(Collectors.joining());
    }

    private String order() {
        return "\norder by year"
                + coded.stream()
                        .map(dimension -> ", " + sortAlias(dimension) + " nulls last, " + aliasOf(dimension))
                        .collect(Collectors.joining())
                + ", msort";
    }

    private String codeOf(Dimension dimension) {
        return dimension instanceof Coded one ? "coalesce(g.%1$s, c.%1$s)".formatted(aliasOf(one)) : "m.code";
    }

    private String sortOf(Coded dimension) {
        String alias = sortAlias(dimension);
        if (dimension.leavesOut()) {
            return "(o.%s <> '%s')::int as %s".formatted(aliasOf(dimension), Dimension.ALL, alias);
        }
        return dimension.occurring()
                ? "case when o.%s = 'not_stated' then %d else 0 end as %s"
                        .formatted(aliasOf(dimension), LAST_BUT_ONE, alias)
                : "g%s.sort as %s".formatted(aliasOf(dimension), alias);
    }

    private String aliasOf(Dimension dimension) {
        return dimension instanceof Coded one ? "d" + coded.indexOf(one) : "member";
    }

    private String sortAlias(Coded dimension) {
        return "s" + coded.indexOf(dimension);
    }

    private static Selection withYearsBefore(Selection selection) {
        return new Selection(
                selection.years().stream()
                        .flatMap(year -> java.util.stream.Stream.of(year - 1, year))
                        .collect(Collectors.toSet()),
                selection.region(),
                selection.without());
    }
}
