package se.ledfyr.budget.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.ledfyr.budget.Money;
import se.ledfyr.budget.Outlook;

/// The forecast as a drawing: for each month where the money used will lie, against the money there is.
/// Every number drawn stands in the table. Lengths across are percent of the width, lengths down are
/// pixels.
///
/// Public for the templates alone.
///
/// @param available where the money there is stands
public record RangeChart(int height, String available, List<Tick> ticks, List<Row> rows) {

    private static final int STEP = 52;
    private static final int BAR = 26;
    private static final int FOOT = 26;
    private static final double WIDTH = 92;
    private static final double MILLION = 1e8;

    public RangeChart {
        ticks = List.copyOf(ticks);
        rows = List.copyOf(rows);
    }

    /// A line across the drawing with its number under it, in millions.
    public record Tick(String x, String text) {}

    /// One month.
    public record Row(int label, int bar, String month, String low, String width, String middle) {}

    static RangeChart of(Outlook outlook, Words words) {
        double most = Math.max(outlook.available().ore(), outlook.high().ore()) * 1.04 + 1;
        List<Row> rows = new ArrayList<>();
        int y = 0;
        for (Outlook.Month month : outlook.months()) {
            double low = at(month.low(), most);
            rows.add(new Row(
                    y + 18,
                    y + BAR,
                    words.month(month.name()),
                    percent(low),
                    percent(Math.max(0.4, at(month.high(), most) - low)),
                    percent(at(month.middle(), most))));
            y += STEP;
        }
        double step = step(most / MILLION);
        List<Tick> ticks = new ArrayList<>();
        for (double value = 0; value * MILLION <= most; value += step) {
            ticks.add(new Tick(
                    percent(value * MILLION / most * WIDTH),
                    String.format(words.language(), step < 1 ? "%.1f" : "%.0f", value)));
        }
        return new RangeChart(y + FOOT, percent(at(outlook.available(), most)), ticks, rows);
    }

    private static double at(Money amount, double most) {
        return Math.max(0, amount.ore()) / most * WIDTH;
    }

    private static double step(double most) {
        for (double step : new double[] {0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500}) {
            if (most / step <= 5) {
                return step;
            }
        }
        return 1_000;
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f%%", value);
    }
}
