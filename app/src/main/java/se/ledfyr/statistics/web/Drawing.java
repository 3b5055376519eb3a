package se.ledfyr.statistics.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import se.ledfyr.statistics.Unit;
import se.ledfyr.statistics.web.PrintedTable.Block;
import se.ledfyr.statistics.web.PrintedTable.Line;
import se.ledfyr.statistics.web.PrintedTable.Number;

/// Draws the lines of a printed table as bars. Every number drawn stands in the table.
final class Drawing {

    /// Categories that fit a drawing where only what occurs is listed.
    static final int MOST_LINES = 16;

    static final int MOST_YEARS = 5;

    private static final int BAR = 16;
    private static final int BAR_STEP = 20;
    private static final int LABEL = 24;
    private static final int GAP = 10;
    private static final int FOOT = 24;

    /// Pixels in front of the bars, for a year or two of them.
    private static final int INDENT = 44;

    private static final int WIDE_INDENT = 84;

    private final PrintedTable table;
    private final Labels labels;
    private final Unit unit;
    private final int firstYear;
    private final double low;
    private final double high;
    private final double step;

    private Drawing(PrintedTable table, Labels labels, Unit unit) {
        this.table = table;
        this.labels = labels;
        this.unit = unit;
        this.firstYear = Math.max(0, table.columns().size() - MOST_YEARS);
        List<Double> values = table.blocks().stream()
                .flatMap(block -> shown(block).stream())
                .flatMap(line -> line.numbers().stream().skip(firstYear))
                .map(Number::value)
                .filter(Objects::nonNull)
                .map(BigDecimal::doubleValue)
                .toList();
        double lowest =
                Math.min(0, values.stream().mapToDouble(value -> value).min().orElse(0));
        double highest =
                Math.max(0, values.stream().mapToDouble(value -> value).max().orElse(0));
        this.step = niceStep(highest - lowest);
        this.low = Math.floor(lowest / step) * step;
        this.high = Math.max(step, Math.ceil(highest / step) * step);
    }

    static BarChart of(PrintedTable table, Labels labels, Unit unit) {
        Drawing drawing = new Drawing(table, labels, unit);
        List<BarChart.Drawing> drawings = table.blocks().stream()
                .filter(block -> !shown(block).isEmpty())
                .map(drawing::draw)
                .toList();
        return new BarChart(drawings, drawing.isComplete());
    }

    private boolean isComplete() {
        return firstYear == 0
                && table.blocks().stream()
                        .allMatch(block -> shown(block).size() == block.lines().size());
    }

    /// Lines without a number other than 0 have no bar. Of very many, the largest are drawn. A share has no
    /// place on the scale of what it is a share of.
    private static List<Line> shown(Block block) {
        Unit first = block.lines().getFirst().unit();
        List<Line> filled = block.lines().stream()
                .filter(line -> line.unit() == first || !line.unit().isRelative() && !first.isRelative())
                .filter(line -> !line.total() || block.lines().size() == 1)
                .filter(line -> largest(line) > 0)
                .toList();
        if (filled.size() <= MOST_LINES) {
            return filled;
        }
        List<Line> kept = filled.stream()
                .sorted(java.util.Comparator.comparingDouble(Drawing::largest).reversed())
                .limit(MOST_LINES)
                .toList();
        return filled.stream().filter(kept::contains).toList();
    }

    private static double largest(Line line) {
        return line.numbers().stream()
                .flatMap(number -> Stream.ofNullable(number.value()))
                .mapToDouble(value -> Math.abs(value.doubleValue()))
                .max()
                .orElse(0);
    }

    private BarChart.Drawing draw(Block block) {
        List<BarChart.Label> names = new ArrayList<>();
        List<BarChart.Bar> bars = new ArrayList<>();
        List<Line> lines = shown(block);
        int y = 0;
        for (Line line : lines) {
            if (lines.size() > 1 || block.lines().size() > 1) {
                names.add(new BarChart.Label(y + LABEL - 8, line.label()));
                y += LABEL;
            }
            for (int i = firstYear; i < table.columns().size(); i++) {
                bars.add(bar(y, i, line.numbers().get(i)));
                y += BAR_STEP;
            }
            y += GAP;
        }
        return new BarChart.Drawing(
                block.heading(),
                y + FOOT,
                unit == Unit.PERCENT ? WIDE_INDENT : INDENT,
                percent(at(0)),
                ticks(),
                names,
                bars);
    }

    private BarChart.Bar bar(int y, int column, Number number) {
        BigDecimal value = number.value();
        double length = value == null ? 0 : value.doubleValue();
        double from = at(Math.min(0, length));
        double to = at(Math.max(0, length));
        int age = table.columns().size() - 1 - column;
        return new BarChart.Bar(
                y,
                table.columns().get(column).label(),
                number.text(),
                percent(from),
                percent(to - from),
                percent(to),
                String.format(Locale.ROOT, "%.2f", Math.max(0.25, 1 - 0.3 * age)));
    }

    private List<BarChart.Tick> ticks() {
        List<BarChart.Tick> ticks = new ArrayList<>();
        int count = (int) Math.round((high - low) / step);
        for (int i = 0; i <= count; i++) {
            double value = low + i * step;
            ticks.add(new BarChart.Tick(percent(at(value)), tick(value)));
        }
        return ticks;
    }

    private String tick(double value) {
        return labels.number(
                unit,
                unit == Unit.PERCENT
                        ? BigDecimal.valueOf(value).setScale(0, java.math.RoundingMode.HALF_UP)
                        : BigDecimal.valueOf(Math.round(value)));
    }

    /// Percent of the width that bars may take: the rest is for the year before them and the number
    /// behind.
    private double width() {
        return unit == Unit.PERCENT ? 52 : 68;
    }

    /// Where a value lies, in percent of the width.
    private double at(double value) {
        return (value - low) / (high - low) * width();
    }

    /// A round step (1, 2 or 5 times a power of ten) that gives at most four lines; never below 1.
    private static double niceStep(double span) {
        double raw = Math.max(1, span / 3);
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        return Stream.of(1.0, 2.0, 5.0, 10.0)
                .map(times -> times * power)
                .filter(step -> step >= raw)
                .findFirst()
                .orElse(raw);
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f%%", value);
    }
}
