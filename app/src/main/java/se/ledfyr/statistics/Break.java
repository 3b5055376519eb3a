package se.ledfyr.statistics;

import java.util.Locale;
import java.util.Optional;
import se.ledfyr.pages.Texts;
import se.ledfyr.surveys.Comparison;

/// Why numbers of neighbouring years do not stand beside each other: what is asked changed between them.
///
/// @param year the first year in which it is otherwise
/// @param question what is or was asked
/// @param reason in the words of the questionnaire; empty where there is nothing more to say
public record Break(Comparison.Break.Kind kind, int year, Bilingual question, Optional<Bilingual> reason) {

    static Break of(Comparison.Break found) {
        return new Break(
                found.kind(),
                found.year(),
                new Bilingual(found.wording().sv(), found.wording().en()),
                found.reason().sv().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Bilingual(
                                found.reason().sv(), found.reason().en())));
    }

    /// In one sentence or two.
    public String words(Texts texts) {
        Locale language = texts.language();
        return texts.get(
                "statistics.break." + kind.slug(),
                Integer.toString(year),
                question.in(language),
                reason.map(words -> words.in(language)).orElse(""));
    }
}
