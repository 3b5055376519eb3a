package se.ledfyr.casework.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.ledfyr.codes.Code;
import se.ledfyr.codes.CodeBook;
import se.ledfyr.pages.Option;

/// What can be chosen in a form on a day, in the reader's language.
///
/// Public for the templates alone.
public final class Choices {

    private final CodeBook codes;
    private final LocalDate day;
    private final Locale language;
    private final FormValues values;

    Choices(CodeBook codes, LocalDate day, Locale language, FormValues values) {
        this.codes = codes;
        this.day = day;
        this.language = language;
        this.values = values;
    }

    /// The codes of `list` as options of `field`.
    public List<Option> of(String field, String list) {
        return codes.list(list, day).stream()
                .map(code -> option(field, code))
                .toList();
    }

    /// Countries, by name in the reader's language.
    public List<Option> countries(String field) {
        java.text.Collator order = java.text.Collator.getInstance(language);
        return of(field, "country").stream()
                .sorted((a, b) -> order.compare(a.label(), b.label()))
                .toList();
    }

    /// Municipalities under the name of their police region.
    public Map<String, List<Option>> municipalities(String field) {
        Map<String, List<Option>> groups = new LinkedHashMap<>();
        codes.list("police_region", day).forEach(region -> groups.put(region.label(language), new java.util.ArrayList<>()));
        java.text.Collator order = java.text.Collator.getInstance(Locale.of("sv"));
        codes.list("municipality", day).stream()
                .sorted((a, b) -> order.compare(a.labelSv(), b.labelSv()))
                .forEach(code -> codes.regionOf(code.code(), day)
                        .map(region -> groups.get(codes.label("police_region", region, language)))
                        .ifPresent(group -> group.add(option(field, code))));
        return groups;
    }

    /// What to print for a code.
    public String label(String list, String code) {
        return codes.label(list, code, language);
    }

    private Option option(String field, Code code) {
        return new Option(code.code(), code.label(language), values.isChosen(field, code.code()));
    }
}
