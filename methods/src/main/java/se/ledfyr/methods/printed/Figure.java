package se.ledfyr.methods.printed;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/// A number as it was printed, with the precision it was printed to.
///
/// @param value the number; its scale says how many decimals were printed
/// @param percent whether a percent sign stood behind it
public record Figure(BigDecimal value, boolean percent) {

    private static final Pattern FORM = Pattern.compile("([+\\u2212-]?)([0-9][0-9 \\u00a0]*)([.,][0-9]+)?( ?%)?");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /// Reads `82,2 %`, `1 234`, `-29 %`, `2.65`. Nothing for words.
    public static Optional<Figure> find(String text) {
        var found = FORM.matcher(text.strip());
        if (!found.matches()) {
            return Optional.empty();
        }
        String sign = found.group(1).isEmpty() || found.group(1).equals("+") ? "" : "-";
        String whole = found.group(2).replaceAll("[ \\u00a0]", "");
        String decimals = found.group(3) == null ? "" : found.group(3).replace(',', '.');
        return Optional.of(new Figure(new BigDecimal(sign + whole + decimals), found.group(4) != null));
    }

    /// Whether printing `exact` to the same precision gives this figure; half is rounded away from zero.
    ///
    /// @param exact a fraction where a percentage was printed, so 0.5 for 50 %
    public boolean isPrintOf(BigDecimal exact) {
        return print(exact).compareTo(value) == 0;
    }

    /// What should have been printed for `exact`, to the precision of this figure.
    public BigDecimal print(BigDecimal exact) {
        return (percent ? exact.multiply(HUNDRED) : exact).setScale(decimals(), RoundingMode.HALF_UP);
    }

    private int decimals() {
        return Math.max(0, value.scale());
    }
}
