package se.ledfyr.methods.printed;

import java.math.BigDecimal;
import java.math.MathContext;

/// Sums, differences, products and quotients of printed numbers, such as `(235-30)/(286-30)`. 34 digits
/// are kept, so that what is rounded at the end is as good as exact.
final class Expression {

    private static final MathContext DIGITS = MathContext.DECIMAL128;

    private final String text;
    private int at;

    private Expression(String text) {
        this.text = text.replaceAll("[\\s\\u00a0]", "").replace('\u2212', '-').replace(',', '.');
    }

    /// @throws IllegalArgumentException for what cannot be computed, a division by zero too
    static BigDecimal valueOf(String text) {
        Expression expression = new Expression(text);
        BigDecimal value = expression.sum();
        if (expression.at < expression.text.length()) {
            throw new IllegalArgumentException("cannot be computed");
        }
        return value;
    }

    private BigDecimal sum() {
        BigDecimal value = product();
        while (next('+') || next('-')) {
            boolean plus = text.charAt(at++) == '+';
            BigDecimal other = product();
            value = plus ? value.add(other) : value.subtract(other);
        }
        return value;
    }

    private BigDecimal product() {
        BigDecimal value = number();
        while (next('*') || next('/')) {
            boolean times = text.charAt(at++) == '*';
            BigDecimal other = number();
            if (!times && other.signum() == 0) {
                throw new IllegalArgumentException("division by zero");
            }
            value = times ? value.multiply(other, DIGITS) : value.divide(other, DIGITS);
        }
        return value;
    }

    private BigDecimal number() {
        if (next('-')) {
            at++;
            return number().negate();
        }
        if (next('(')) {
            at++;
            BigDecimal inside = sum();
            if (!next(')')) {
                throw new IllegalArgumentException("a bracket is not closed");
            }
            at++;
            return inside;
        }
        int start = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        try {
            return new BigDecimal(text.substring(start, at));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a number is needed", e);
        }
    }

    private boolean next(char c) {
        return at < text.length() && text.charAt(at) == c;
    }
}
