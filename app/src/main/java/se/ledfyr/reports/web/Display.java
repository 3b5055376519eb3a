package se.ledfyr.reports.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import se.ledfyr.codes.CodeBook;
import se.ledfyr.pages.Texts;
import se.ledfyr.reports.Binding;
import se.ledfyr.reports.CellRef;
import se.ledfyr.reports.Few;
import se.ledfyr.reports.Numbers;
import se.ledfyr.reports.Report;
import se.ledfyr.reports.Segment;
import se.ledfyr.reports.Wording;
import se.ledfyr.statistics.Cell;
import se.ledfyr.statistics.Dimension;
import se.ledfyr.statistics.Unit;
import se.ledfyr.statistics.web.Labels;

/// Numbers, labels and texts of a report in one language.
final class Display {

    private static final String NONE = "–";

    private final Report report;
    private final Labels labels;
    private final Texts texts;

    Display(Report report, CodeBook codes, Texts texts) {
        this.report = report;
        this.labels = new Labels(codes, texts);
        this.texts = texts;
    }

    Texts texts() {
        return texts;
    }

    String language() {
        return texts.language().getLanguage();
    }

    String unit(Unit unit) {
        return texts.get("statistics.unit." + unit.code());
    }

    String title(Dimension dimension) {
        return labels.titleOf(dimension);
    }

    String label(Dimension dimension, String code) {
        return labels.of(dimension, code);
    }

    /// What a group case is called: its name in files, as words.
    static String groupCase(String slug) {
        return Arrays.stream(slug.split("_"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining(" "));
    }

    /// A number of the report as it is shown now.
    Shown shown(CellRef ref) {
        return shown(ref, report.numbers(), true);
    }

    /// A number out of one of the two versions.
    ///
    /// @param marked whether what tells of few people is marked
    Shown shown(CellRef ref, Numbers numbers, boolean marked) {
        Optional<Cell> cell = numbers.find(ref);
        String number =
                cell.map(found -> labels.number(ref.unit(), found.value())).orElse("");
        BigDecimal base = cell.map(Cell::base).orElse(null);
        return new Shown(
                ref.text(),
                number.isEmpty() ? NONE : number,
                after(ref),
                base == null || number.isEmpty() ? null : texts.number(base.longValue()),
                marked ? report.small().why(ref) : java.util.EnumSet.noneOf(Few.class));
    }

    /// What stands behind a number that does not count what its table counts.
    private String after(CellRef ref) {
        Unit main = report.table(ref.table()).content().counted().unit();
        return switch (ref.unit()) {
            case SHARE -> "%";
            case MEAN, ANSWERS_PER_PERSON, PERCENT -> "";
            case YEARS_OF_AGE -> unit(Unit.YEARS_OF_AGE);
            case PERSONS, CHILDREN, CASES, DAYS, SEK, NEEDS, MEASURES, CONSULTATIONS, NOTICES, ANSWERS, COUNTRIES ->
                ref.unit() == main ? "" : unit(ref.unit());
        };
    }

    Said said(Wording wording) {
        return new Said(wording.blocks().stream()
                .map(block -> new Said.Block(
                        block.list(), block.lines().stream().map(this::bits).toList()))
                .toList());
    }

    private List<Said.Bit> bits(List<Segment> line) {
        List<Said.Bit> bits = new ArrayList<>();
        for (Segment segment : line) {
            switch (segment) {
                case Segment.Plain plain -> bits.add(Said.Bit.words(plain.text()));
                case Segment.Broken broken -> bits.add(new Said.Bit(broken.written(), null, true));
                case Segment.Bound bound -> bits.add(bound(bound.binding()));
            }
        }
        return bits;
    }

    private Said.Bit bound(Binding binding) {
        return binding.largest()
                .map(dimension -> Said.Bit.words(names(binding, dimension)))
                .orElseGet(() -> {
                    Shown shown = shown(binding.cell());
                    boolean noun = !binding.cell().unit().isRelative()
                            || binding.cell().unit() == Unit.YEARS_OF_AGE;
                    return Said.Bit.number(
                            noun ? new Shown(shown.cell(), shown.number(), "", shown.base(), shown.few()) : shown);
                });
    }

    private String names(Binding binding, Dimension dimension) {
        List<String> codes = report.largest(binding, dimension);
        return codes.isEmpty()
                ? NONE
                : codes.stream()
                        .map(code -> texts.get("reports.quoted", label(dimension, code)))
                        .collect(Collectors.joining(" " + texts.get("reports.and") + " "));
    }
}
