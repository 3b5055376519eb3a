package se.ledfyr.methods.printed;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Something a report prints, and what it must agree with.
///
/// @param what what the claim is about, in words
/// @param printed the number or the words that were printed
/// @param rule how it relates to the rest
/// @param other the figures or words it must agree with
public record Claim(String what, String printed, Rule rule, String other) {

    private static final String ARROW = "->";

    /// How something printed relates to other figures.
    public enum Rule {
        /// Equals a sum, a difference, a share: `= 24/33`.
        EQUALS("="),
        /// A change in percent: `change 249 -> 174`.
        CHANGE("change"),
        /// Said to rise, in words: `rises 142 -> 116`. In doubt when the numbers fall, for words may
        /// mean a share.
        RISES("rises"),
        /// Said to fall, in words.
        FALLS("falls"),
        /// The same thing said in another place: `same 31`. Words that differ leave a doubt, numbers a
        /// conflict.
        SAME("same"),
        /// Perhaps the same thing said in another place; in doubt when it differs.
        PERHAPS("perhaps"),
        /// The first is said to be the largest: `largest 87, 128`.
        LARGEST("largest"),
        /// A part of a whole: `part of 130`. A part that is all of it is in doubt.
        PART("part of"),
        /// A figure of its own and not just that of something else: `not 764/895`.
        NOT("not"),
        /// A number of years: `years 2022-2025`. In doubt when only the difference fits.
        YEARS("years");

        private final String word;

        Rule(String word) {
            this.word = word;
        }

        /// What stands in front of the other figures.
        public String word() {
            return word;
        }
    }

    /// Reads `what ; printed ; rule and other figures`, as in `Women ; 72 % ; = 24/33`.
    ///
    /// @throws IllegalArgumentException when it is not written like that
    public static Claim parse(String line) {
        String[] parts = line.split(";", -1);
        if (parts.length != 3 || parts[1].isBlank()) {
            throw new IllegalArgumentException("what ; printed ; rule");
        }
        String said = parts[2].strip();
        Rule rule = Arrays.stream(Rule.values())
                .filter(each -> said.toLowerCase(Locale.ROOT).startsWith(each.word()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such rule"));
        return new Claim(
                parts[0].strip(),
                parts[1].strip(),
                rule,
                said.substring(rule.word().length()).strip());
    }

    /// Compares what was printed with what follows from the rest.
    ///
    /// @throws IllegalArgumentException when the other figures cannot be computed, or a number is needed
    ///     and words stand there
    public Finding check() {
        return switch (rule) {
            case EQUALS -> against(Expression.valueOf(other));
            case CHANGE -> {
                List<BigDecimal> two = two(ARROW);
                yield against(Expression.valueOf(
                        "(%s-%s)/%s".formatted(plain(two.get(1)), bracketed(two), plain(two.get(0)))));
            }
            case RISES -> inWords(two(ARROW).get(1).compareTo(two(ARROW).get(0)) > 0);
            case FALLS -> inWords(two(ARROW).get(1).compareTo(two(ARROW).get(0)) < 0);
            case SAME ->
                said(
                        Figure.find(printed).isPresent() && Figure.find(other).isPresent()
                                ? Verdict.CONFLICTS
                                : Verdict.DOUBTFUL);
            case PERHAPS -> said(Verdict.DOUBTFUL);
            case LARGEST -> largest();
            case PART -> part();
            case NOT -> {
                BigDecimal exact = Expression.valueOf(other);
                yield finding(figure().isPrintOf(exact) ? Verdict.DOUBTFUL : Verdict.AGREES, figure().print(exact));
            }
            case YEARS -> years();
        };
    }

    private static String bracketed(List<BigDecimal> two) {
        return "(" + plain(two.get(0)) + ")";
    }

    private Finding against(BigDecimal exact) {
        return finding(figure().isPrintOf(exact) ? Verdict.AGREES : Verdict.CONFLICTS, figure().print(exact));
    }

    private Finding inWords(boolean right) {
        return new Finding(this, right ? Verdict.AGREES : Verdict.DOUBTFUL, other);
    }

    private Finding said(Verdict otherwise) {
        boolean same = Figure.find(printed).isPresent() && Figure.find(other).isPresent()
                ? Figure.find(other).orElseThrow().isPrintOf(exactly(figure()))
                : printed.equalsIgnoreCase(other);
        return new Finding(this, same ? Verdict.AGREES : otherwise, other);
    }

    private static BigDecimal exactly(Figure figure) {
        return figure.percent() ? figure.value().movePointLeft(2) : figure.value();
    }

    private Finding largest() {
        List<BigDecimal> all =
                Arrays.stream(other.split(",")).map(Expression::valueOf).toList();
        BigDecimal most = all.stream().max(BigDecimal::compareTo).orElseThrow();
        boolean right = all.getFirst().compareTo(most) == 0;
        return finding(right ? Verdict.AGREES : Verdict.CONFLICTS, most);
    }

    private Finding part() {
        BigDecimal whole = Expression.valueOf(other);
        int order = figure().value().compareTo(whole);
        return finding(order < 0 ? Verdict.AGREES : order == 0 ? Verdict.DOUBTFUL : Verdict.CONFLICTS, whole);
    }

    private Finding years() {
        List<BigDecimal> two = two("-");
        BigDecimal between = two.get(1).subtract(two.get(0));
        BigDecimal count = between.add(BigDecimal.ONE);
        Verdict verdict = figure().value().compareTo(count) == 0
                ? Verdict.AGREES
                : figure().value().compareTo(between) == 0 ? Verdict.DOUBTFUL : Verdict.CONFLICTS;
        return finding(verdict, count);
    }

    private List<BigDecimal> two(String between) {
        String[] both = other.split(between, -1);
        if (both.length != 2) {
            throw new IllegalArgumentException("two numbers with " + between + " between them are needed");
        }
        return List.of(Expression.valueOf(both[0]), Expression.valueOf(both[1]));
    }

    private Figure figure() {
        return Figure.find(printed).orElseThrow(() -> new IllegalArgumentException("a number is needed"));
    }

    private Finding finding(Verdict verdict, BigDecimal computed) {
        return new Finding(this, verdict, plain(computed));
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }
}
