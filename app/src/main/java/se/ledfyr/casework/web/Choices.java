package se.ledfyr.casework.web;

import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ledfyr.codes.Code;
import se.ledfyr.codes.CodeBook;
import se.ledfyr.pages.Option;
import se.ledfyr.pages.Texts;
import se.ledfyr.people.IdentityKind;

/// What can be chosen in a form on a day, in the reader's language.
///
/// Public for the templates alone.
public final class Choices {

    private static final Map<String, String> LIST_OF = Map.ofEntries(
            Map.entry("region", "police_region"),
            Map.entry("municipality_code", "municipality"),
            Map.entry("sex", "sex"),
            Map.entry("age_group", "age_group"),
            Map.entry("citizenship", "country"),
            Map.entry("forms", "exploitation_form"),
            Map.entry("sector", "sector_setting"),
            Map.entry("referred_by", "referred_by"),
            Map.entry("began", "recruitment_start"),
            Map.entry("setting", "setting"),
            Map.entry("indicators", "indicator"),
            Map.entry("assessment", "assessment"),
            Map.entry("consent_to_contact", "consent_to_contact"),
            Map.entry("guardian", "guardian"),
            Map.entry("social_services_informed", "social_services_informed"));

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
        return codes.list(list, day).stream().map(code -> option(field, code)).toList();
    }

    /// Countries, by name in the reader's language.
    public List<Option> countries(String field) {
        Collator order = Collator.getInstance(language);
        return of(field, "country").stream()
                .sorted((a, b) -> order.compare(a.label(), b.label()))
                .toList();
    }

    /// Municipalities under the name of their police region.
    public Map<String, List<Option>> municipalities(String field) {
        Map<String, List<Option>> groups = new LinkedHashMap<>();
        codes.list("police_region", day).forEach(region -> groups.put(region.label(language), new ArrayList<>()));
        Collator order = Collator.getInstance(Locale.of("sv"));
        codes.list("municipality", day).stream()
                .sorted((a, b) -> order.compare(a.labelSv(), b.labelSv()))
                .forEach(code -> codes.regionOf(code.code(), day)
                        .map(region -> groups.get(codes.label("police_region", region, language)))
                        .ifPresent(group -> group.add(option(field, code))));
        return groups;
    }

    /// The kinds of numbers somebody can be known by.
    public List<Option> numberKinds(String field, Texts texts) {
        return Stream.of(IdentityKind.PERSONAL_NUMBER, IdentityKind.COORDINATION_NUMBER, IdentityKind.RESERVE_NUMBER)
                .map(kind -> new Option(
                        kind.name(), texts.get("casework.number." + kind.name()), values.isChosen(field, kind.name())))
                .toList();
    }

    /// A stored value of a field in words, for the history.
    public String worded(String field, @Nullable String stored, Texts texts) {
        if (stored == null || stored.isEmpty()) {
            return texts.get("casework.not-stated");
        }
        String list = LIST_OF.get(field);
        if (list == null) {
            return switch (stored) {
                case "true" -> texts.get("casework.yes");
                case "false" -> texts.get("casework.no");
                default -> stored;
            };
        }
        return Arrays.stream(stored.split(";")).map(code -> label(list, code)).collect(Collectors.joining(", "));
    }

    /// What to print for a code.
    public String label(String list, String code) {
        return codes.label(list, code, language);
    }

    private Option option(String field, Code code) {
        return new Option(code.code(), code.label(language), values.isChosen(field, code.code()));
    }
}
