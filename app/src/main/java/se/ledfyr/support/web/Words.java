package se.ledfyr.support.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.ledfyr.codes.Code;
import se.ledfyr.codes.CodeBook;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.pages.Option;
import se.ledfyr.pages.Texts;
import se.ledfyr.support.Home;
import se.ledfyr.support.HomeFacts;

/// Codes, organisations and homes in the reader's words, and what can be chosen in forms.
///
/// Public for the templates alone.
///
/// @param office whether the reader's organisation runs the programme
/// @param operates whether it runs a home of the register
public record Words(
        Texts texts,
        CodeBook codes,
        LocalDate today,
        Map<OrganisationId, String> organisations,
        boolean office,
        boolean operates) {

    private static final Map<String, String> LIST_OF = Map.of(
            "sex", "sex",
            "age_group", "age_group",
            "citizenship", "country",
            "forms", "exploitation_form",
            "sector", "sector_setting",
            "began", "recruitment_start",
            "setting", "setting",
            "referred_by", "referred_by");

    String text(String key, Object... arguments) {
        return texts.get(key, arguments);
    }

    /// What to print for a code.
    public String label(String list, String code) {
        return codes.label(list, code, texts.language());
    }

    /// What to print for several codes of a list.
    public String labels(String list, Collection<String> several) {
        return several.isEmpty()
                ? "–"
                : several.stream().sorted().map(code -> label(list, code)).collect(Collectors.joining(", "));
    }

    /// A group of a report: a code of the list, or one of the report's own.
    public String group(String list, String code) {
        String own = "support.refusals.group." + code;
        return texts.has(own) ? texts.get(own) : label(list, code);
    }

    public String organisation(@Nullable OrganisationId id) {
        return id == null ? "–" : organisations.getOrDefault(id, texts.get("support.former"));
    }

    /// A home as anybody may hear of it: its number and region.
    public String home(int number, String region) {
        return texts.get("support.home.called", number, label("police_region", region));
    }

    public String home(Home home) {
        return home(home.number(), home.facts().region());
    }

    /// For whom a home is.
    public String takes(HomeFacts facts) {
        return labels("home_group", facts.takes());
    }

    /// A value of a shared field in words.
    public String field(String field, String value) {
        String list = LIST_OF.get(field);
        return list == null
                ? value
                : Arrays.stream(value.split(";")).map(code -> label(list, code)).collect(Collectors.joining(", "));
    }

    public String fieldName(String field) {
        String key = "support.field." + field;
        return texts.has(key) ? texts.get(key) : field;
    }

    /// How many days something has waited.
    public int daysSince(LocalDate day) {
        return (int) Math.max(0, ChronoUnit.DAYS.between(day, today));
    }

    /// Whole öre as kronor.
    public String kronor(long ore) {
        return texts.number(ore / 100) + (ore % 100 == 0 ? "" : "," + String.format(Locale.ROOT, "%02d", ore % 100))
                + " kr";
    }

    /// The codes of a list as options.
    public List<Option> of(String list, String chosen) {
        return several(list, List.of(chosen));
    }

    /// The codes of a list as options of which several can be chosen.
    public List<Option> several(String list, List<String> chosen) {
        return codes.list(list, today).stream()
                .map(code -> option(code, chosen))
                .toList();
    }

    /// Why a municipality said no: the reasons that are the receiver's own.
    public List<Option> declines(String chosen) {
        return codes.list("decline_reason", today).stream()
                .filter(code -> "receiver".equals(code.parent()))
                .map(code -> option(code, List.of(chosen)))
                .toList();
    }

    boolean isCode(String list, String code) {
        return codes.isValid(list, code, today);
    }

    private Option option(Code code, List<String> chosen) {
        return new Option(code.code(), code.label(texts.language()), chosen.contains(code.code()));
    }
}
