package se.ledfyr.returns.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.ledfyr.codes.CodeBook;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.pages.Option;
import se.ledfyr.pages.Texts;
import se.ledfyr.people.FieldGroup;
import se.ledfyr.people.ParcelContent;
import se.ledfyr.people.PersonName;
import se.ledfyr.returns.Return;
import se.ledfyr.returns.ReturnLine;
import se.ledfyr.returns.ReturnState;

/// Words for what stands in returns, in the reader's language. Public for the templates alone.
///
/// @param organisations names of all that take part
/// @param self the reader's own organisation
public record Words(
        CodeBook codes, Texts texts, Map<OrganisationId, String> organisations, OrganisationId self, LocalDate today) {

    private static final long ORE = 100;
    private static final Map<String, String> LIST_OF =
            Map.of("sex", "sex", "age_group", "age_group", "citizenship", "country", "forms", "exploitation_form");

    public Words {
        organisations = Map.copyOf(organisations);
    }

    public String label(String list, String code) {
        return codes.label(list, code, texts.language());
    }

    /// A code that may be missing.
    public String orDash(String list, @Nullable String code) {
        return code == null ? "–" : label(list, code);
    }

    public String day(@Nullable LocalDate day) {
        return day == null ? "–" : day.toString();
    }

    public String organisation(@Nullable OrganisationId id) {
        return id == null ? "" : organisations.getOrDefault(id, "");
    }

    /// The codes of a list that are valid today.
    public List<Option> options(String list, String chosen) {
        return codes.list(list, today).stream()
                .map(code -> new Option(
                        code.code(), code.label(texts.language()), code.code().equals(chosen)))
                .toList();
    }

    /// The same, several of which may be chosen.
    public List<Option> options(String list, Set<String> chosen) {
        return codes.list(list, today).stream()
                .map(code -> new Option(code.code(), code.label(texts.language()), chosen.contains(code.code())))
                .toList();
    }

    /// Measures that belong to a phase.
    public List<Option> measures(String chosen) {
        return codes.list("return_measure", today).stream()
                .map(code -> new Option(
                        code.code(),
                        label("return_phase", String.valueOf(code.parent())) + ": " + code.label(texts.language()),
                        code.code().equals(chosen)))
                .toList();
    }

    /// Whether a measure belongs to a phase.
    public boolean isIn(String phase, String measure) {
        return codes.listEver("return_measure").stream()
                .anyMatch(code -> code.code().equals(measure) && phase.equals(code.parent()));
    }

    /// Who it is as a list may show it, or else what people call the application.
    public String who(ReturnLine line) {
        PersonName name = line.name();
        if (name == null) {
            return texts.get("returns.application", line.application().id().reference());
        }
        if (name.masked()) {
            return texts.get("returns.protected");
        }
        return name.text() == null
                ? texts.get("returns.no-name", line.application().id().reference())
                : name.text();
    }

    /// How far the decision has come.
    public String state(Return one) {
        ReturnState state = one.decision().state();
        return texts.get("returns.state." + state.name());
    }

    public String stage(Return one) {
        return texts.get("returns.stage." + one.stage().code());
    }

    /// What is due next and when; empty when nothing is.
    public String due(Return one) {
        return one.due().what() == null || one.due().on() == null
                ? ""
                : texts.get("returns.due." + one.due().what()) + " " + one.due().on();
    }

    /// Whole öre as kronor, `12 345,50`.
    public String kronor(long ore) {
        return texts.number(ore / ORE) + (ore % ORE == 0 ? "" : ",%02d".formatted(ore % ORE)) + " kr";
    }

    /// What went along, group by group, in words.
    public Map<String, String> told(@Nullable ParcelContent content) {
        Map<String, String> lines = new LinkedHashMap<>();
        if (content != null) {
            for (FieldGroup group : List.of(FieldGroup.BASICS, FieldGroup.EXPLOITATION)) {
                content.values()
                        .getOrDefault(group, Map.of())
                        .forEach((field, value) -> lines.put(texts.get("returns.told." + field), value(field, value)));
            }
        }
        return lines;
    }

    /// The same in one line.
    public String toldShortly(@Nullable ParcelContent content) {
        return String.join(", ", told(content).values());
    }

    private String value(String field, String value) {
        String list = LIST_OF.get(field);
        return list == null
                ? value
                : Arrays.stream(value.split(";")).map(code -> label(list, code)).collect(Collectors.joining(", "));
    }
}
