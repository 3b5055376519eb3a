package se.ledfyr.statistics;

import java.util.Locale;
import se.ledfyr.pages.Texts;
import se.ledfyr.surveys.Comparison;

/// Why numbers of neighbouring years do not stand beside each other: what is asked changed between them.
///
/// @param year the first year in which it is otherwise
public record Break(Comparison.Break.Kind kind, int year, Bilingual question, Bilingual reason) {

    static Break of(Comparison.Break found) {
        return new Break(
                found.kind(),
                found.year(),
                new Bilingual(found.wording().sv(), found.wording().en()),
                new Bilingual(found.reason().sv(), found.reason().en()));
    }

    /// In one sentence or two.
    public String words(Texts texts) {
        Locale language = texts.language();
        return texts.get(
                "statistics.break." + kind.slug(), Integer.toString(year), question.in(language), reason.in(language));
    }
}
