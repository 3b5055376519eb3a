package se.ledfyr.budget;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An amount in whole öre. It adds up exactly or not at all: what does not fit is an error, never a
/// wrong sum.
public record Money(long ore) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    private static final int ORE_OF_KRONA = 100;
    private static final long THOUSAND_KRONOR = 100_000;
    private static final char NARROW_SPACE = '\u00a0';

    /// As many digits as a state budget needs.
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,12})(?:[.,](\\d{2}))?(?:kr|SEK)?");

    public static Money kronor(long kronor) {
        return new Money(Math.multiplyExact(kronor, ORE_OF_KRONA));
    }

    /// Reads `2 500 000`, `1150,50`, `900 000 kr`. Nothing for anything else, or below nothing.
    public static Optional<Money> find(String text) {
        Matcher written = WRITTEN.matcher(text.replaceAll("[\\s\\u00a0\\u202f]", ""));
        if (!written.matches()) {
            return Optional.empty();
        }
        long ore = written.group(2) == null ? 0 : Long.parseLong(written.group(2));
        return Optional.of(new Money(Long.parseLong(written.group(1)) * ORE_OF_KRONA + ore));
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(ore, other.ore));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(ore, other.ore));
    }

    public boolean isNegative() {
        return ore < 0;
    }

    public boolean isPositive() {
        return ore > 0;
    }

    /// The amount, or nothing where it is below nothing.
    public Money orNothing() {
        return isNegative() ? ZERO : this;
    }

    /// To the nearest thousand kronor: what is foretold is not known to the öre.
    public Money rough() {
        return new Money(Math.floorDiv(ore + THOUSAND_KRONOR / 2, THOUSAND_KRONOR) * THOUSAND_KRONOR);
    }

    /// Up to the next thousand kronor.
    public Money roughUp() {
        return new Money(Math.ceilDiv(ore, THOUSAND_KRONOR) * THOUSAND_KRONOR);
    }

    /// As it stands on a page: `2 500 000 kr`, with öre only where there are any. The sign of what is
    /// below nothing is a minus.
    public String text() {
        long whole = Math.abs(ore) / ORE_OF_KRONA;
        long rest = Math.abs(ore) % ORE_OF_KRONA;
        String grouped = String.format(Locale.ROOT, "%,d", whole).replace(',', NARROW_SPACE);
        String sign = ore < 0 ? "\u2212" : "";
        return sign + grouped + (rest == 0 ? "" : String.format(Locale.ROOT, ",%02d", rest)) + NARROW_SPACE + "kr";
    }

    /// As a form takes it back: digits and, where there are öre, a comma.
    public String plain() {
        return ore % ORE_OF_KRONA == 0
                ? Long.toString(ore / ORE_OF_KRONA)
                : String.format(Locale.ROOT, "%d,%02d", ore / ORE_OF_KRONA, Math.abs(ore % ORE_OF_KRONA));
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(ore, other.ore);
    }
}
