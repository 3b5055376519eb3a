package se.ledfyr.statistics.web;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import se.ledfyr.codes.CodeBook;
import se.ledfyr.pages.Texts;
import se.ledfyr.statistics.Cell;
import se.ledfyr.statistics.Dimension;
import se.ledfyr.statistics.PublishedTable;
import se.ledfyr.statistics.Unit;

/// What codes and numbers are called on a page, in one language.
@NamedInterface("labels")
public record Labels(CodeBook codes, Texts texts) {

    /// The label of one of a dimension's codes.
    public String of(Dimension dimension, String code) {
        return switch (dimension) {
            case Dimension.Year year -> code;
            case Dimension.Members several ->
                several.members().stream()
                        .filter(member -> member.code().equals(code))
                        .map(member -> member.label().in(texts.language()))
                        .findFirst()
                        .orElse(code);
            case Dimension.Coded coded -> of(coded, code);
        };
    }

    private String of(Dimension.Coded dimension, String code) {
        if (code.equals(Dimension.ALL)) {
            return texts.get("statistics.all");
        }
        if (dimension.leavesOut() && code.startsWith(Dimension.WITHOUT)) {
            return texts.get("statistics.without", code.substring(Dimension.WITHOUT.length()));
        }
        if (code.equals(Dimension.NOT_STATED)) {
            return texts.get("statistics.not-stated");
        }
        return dimension.own().stream()
                .filter(own -> own.code().equals(code))
                .map(own -> own.label().in(texts.language()))
                .findFirst()
                .or(() -> dimension.list().map(list -> codes.label(list, code, texts.language())))
                .orElse(code);
    }

    public String titleOf(Dimension dimension) {
        return switch (dimension) {
            case Dimension.Year year -> texts.get("statistics.year");
            case Dimension.Members several -> several.title().in(texts.language());
            case Dimension.Coded coded -> coded.title().in(texts.language());
        };
    }

    /// The labels of the codes after the year, joined: `Nord, Arbetskraft`.
    String ofFurther(PublishedTable table, List<String> codes) {
        List<Dimension> dimensions = table.content().counted().dimensions();
        StringBuilder label = new StringBuilder();
        for (int i = 0; i < codes.size(); i++) {
            label.append(i == 0 ? "" : ", ").append(of(dimensions.get(i + 1), codes.get(i)));
        }
        return label.isEmpty() ? texts.get("statistics.all") : label.toString();
    }

    /// A number as the language writes it, and for a share what it is a share of.
    String withBase(Cell cell) {
        String number = number(cell.unit(), cell.value());
        BigDecimal base = cell.base();
        return base == null || number.isEmpty()
                ? number
                : texts.get("statistics.of-base", number, texts.number(base.longValue()));
    }

    /// A number as the language writes it; nothing where there is none. Changes carry their sign.
    public String number(Unit unit, @Nullable BigDecimal value) {
        if (value == null) {
            return "";
        }
        return switch (unit) {
            case PERSONS, CHILDREN, NEEDS, MEASURES, ANSWERS, CONSULTATIONS, NOTICES, CASES, DAYS, SEK, COUNTRIES ->
                texts.number(value.longValueExact());
            case PERCENT -> signed(value);
            case SHARE, MEAN, ANSWERS_PER_PERSON, YEARS_OF_AGE -> plain(value);
        };
    }

    private String plain(BigDecimal value) {
        char point = DecimalFormatSymbols.getInstance(texts.language()).getDecimalSeparator();
        return value.toPlainString().replace('.', point);
    }

    private String signed(BigDecimal value) {
        char point = DecimalFormatSymbols.getInstance(texts.language()).getDecimalSeparator();
        String digits = value.abs().toPlainString().replace('.', point);
        return switch (value.signum()) {
            case 1 -> "+" + digits;
            case -1 -> "\u2212" + digits;
            default -> digits;
        };
    }
}
