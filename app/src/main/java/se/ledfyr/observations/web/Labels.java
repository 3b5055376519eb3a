package se.ledfyr.observations.web;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ledfyr.codes.CodeBook;
import se.ledfyr.observations.Measure;
import se.ledfyr.observations.ObservationLine;
import se.ledfyr.observations.Observations;
import se.ledfyr.observations.Observed;
import se.ledfyr.pages.Texts;
import se.ledfyr.surveys.InformalNotes;

/// Words for what stands in a table of observations, in the reader's language. Public for the templates alone.
public record Labels(CodeBook codes, Texts texts) {

    private static final String ANSWERED_NO = "answered_no";

    /// Whom or what a line is about: `socialtjänst, Umeå`.
    public String line(Observed what, ObservationLine line) {
        String group = line.group().isEmpty() ? "" : texts.get("access.kind." + line.group());
        String words = Stream.of(group, code(what, line.code()))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(texts.language()) + words.substring(1);
    }

    private String code(Observed what, String code) {
        if (code.equals(ObservationLine.FEW)) {
            return texts.get("observations.few");
        }
        if (what.list().equals(ANSWERED_NO)) {
            return texts.get("observations.no." + code);
        }
        return code.isEmpty() ? "" : codes.label(what.list(), code, texts.language());
    }

    /// A note of a member: fewer people than a line needs are not told apart here either.
    Told told(InformalNotes.Told note) {
        String people = note.high() < Observations.FLOOR
                ? texts.get("observations.told.few", Observations.FLOOR)
                : note.low() == note.high()
                        ? texts.get("observations.told.about", texts.number(note.high()))
                        : texts.get("observations.told.between", texts.number(note.low()), texts.number(note.high()));
        String forms = note.forms().stream()
                .map(form -> codes.label("exploitation_form", form, texts.language()))
                .collect(Collectors.joining(", "));
        return new Told(people, forms, note.observations());
    }

    /// That numbers of different tables are not added.
    public String warning() {
        return texts.get("observations.not-added");
    }

    /// Where the numbers of a table come from.
    public String source(Observed what) {
        return texts.get("observations.source." + key(what.source()));
    }

    public String title(Observed what) {
        return texts.get("observations.table." + key(what));
    }

    public String about(Observed what) {
        return texts.get("observations.about." + key(what));
    }

    public String measure(Measure measure) {
        return texts.get("observations.measure." + key(measure));
    }

    /// A number as the language writes it; a dash where it would be about few people.
    public String number(@Nullable Integer value) {
        return value == null ? "–" : texts.number(value);
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
