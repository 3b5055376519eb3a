package se.ledfyr.needs.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.ledfyr.codes.Code;
import se.ledfyr.codes.CodeBook;
import se.ledfyr.needs.Child;
import se.ledfyr.needs.ChildPlace;
import se.ledfyr.needs.NewNeed;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.pages.Option;
import se.ledfyr.pages.Texts;

/// Codes, organisations and children in the reader's words, and what can be chosen in forms.
///
/// Public for the templates alone.
public final class Words {

    private final Texts texts;
    private final CodeBook codes;
    private final LocalDate today;
    private final Map<OrganisationId, String> organisations;

    Words(Texts texts, CodeBook codes, LocalDate today, Map<OrganisationId, String> organisations) {
        this.texts = texts;
        this.codes = codes;
        this.today = today;
        this.organisations = organisations;
    }

    public LocalDate today() {
        return today;
    }

    /// What to print for a code.
    public String label(String list, String code) {
        return codes.label(list, code, language());
    }

    /// The name of an organisation that takes part, also when it no longer does so under that name.
    public String organisation(@Nullable OrganisationId id) {
        return id == null
                ? texts.get("needs.giver.outside")
                : organisations.getOrDefault(id, texts.get("needs.giver.former"));
    }

    /// A child without a name: its number, sex and age.
    public String child(Child child) {
        String who = texts.get("needs.child.sex." + child.sex());
        Integer age = child.age();
        return age == null
                ? texts.get("needs.child.of-unknown-age", child.number(), who)
                : age == 0
                        ? texts.get("needs.child.infant", child.number(), who)
                        : texts.get("needs.child.aged", child.number(), who, age);
    }

    public String place(ChildPlace place) {
        return label("child_place", place.code());
    }

    /// The kinds of need that can be written down: not the answer that stands for all of them.
    public List<Option> types(List<String> chosen) {
        return codes.list("need_support", today).stream()
                .filter(code -> !code.code().equals(NewNeed.ALL))
                .map(code -> option(code, chosen))
                .toList();
    }

    /// The codes of a list as options.
    public List<Option> of(String list, @Nullable String chosen) {
        List<String> one = chosen == null ? List.of() : List.of(chosen);
        return codes.list(list, today).stream().map(code -> option(code, one)).toList();
    }

    /// The organisations that take part, by name.
    public List<Option> givers(@Nullable OrganisationId chosen) {
        return organisations.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(java.text.Collator.getInstance(Locale.of("sv"))))
                .map(one -> new Option(
                        one.getKey().value().toString(), one.getValue(), Objects.equals(one.getKey(), chosen)))
                .toList();
    }

    boolean isCode(String list, String code) {
        return codes.isValid(list, code, today);
    }

    private Option option(Code code, List<String> chosen) {
        return new Option(code.code(), code.label(language()), chosen.contains(code.code()));
    }

    private Locale language() {
        return texts.language();
    }
}
