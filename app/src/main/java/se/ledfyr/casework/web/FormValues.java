package se.ledfyr.casework.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import se.ledfyr.casework.Event;
import se.ledfyr.casework.Registration;
import se.ledfyr.people.Identifier;
import se.ledfyr.people.Identity;
import se.ledfyr.people.KnownPerson;

/// What somebody wrote in a form, as they wrote it, so that a form with errors comes back with
/// everything in it.
///
/// Public for the templates alone.
public final class FormValues {

    /// Endings of the field names in which several numbers of one person are written.
    static final List<String> NUMBER_ROWS = List.of("", "_2", "_3");

    private final MultiValueMap<String, String> values;

    FormValues(Map<String, List<String>> values) {
        this.values = new LinkedMultiValueMap<>(values);
    }

    static FormValues none() {
        return new FormValues(Map.of());
    }

    /// A registration as the form would have sent it.
    static FormValues of(Registration registration) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        registration.fieldValues().forEach((field, value) -> {
            if (value != null) {
                values.put(field, List.of(value.split(";")));
            }
        });
        String note = registration.circumstances().note();
        values.put("note", note == null ? List.of() : List.of(note));
        values.put("version", List.of(Integer.toString(registration.version())));
        return new FormValues(values);
    }

    /// Who somebody is, as the form would have sent it; empty where it is masked.
    static FormValues of(KnownPerson person) {
        Identity identity = person.identity();
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("name", identity.name() == null ? List.of() : List.of(identity.name()));
        values.put("aliases", List.of(String.join("\n", identity.aliases())));
        for (int row = 0;
                row < Math.min(NUMBER_ROWS.size(), identity.identifiers().size());
                row++) {
            Identifier number = identity.identifiers().get(row);
            values.put(
                    "number_kind" + NUMBER_ROWS.get(row), List.of(number.kind().name()));
            values.put("number" + NUMBER_ROWS.get(row), List.of(number.value()));
        }
        values.put("telephone", List.of(String.join("\n", identity.telephones())));
        values.put("address", identity.address() == null ? List.of() : List.of(identity.address()));
        values.put(
                "protection",
                person.protection() == null
                        ? List.of()
                        : List.of(person.protection().name()));
        return new FormValues(values);
    }

    /// An event as its form would have sent it.
    static FormValues of(Event event) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        put(values, "region", event.municipality() == null ? event.region() : null);
        put(values, "municipality_code", event.municipality());
        put(values, "place", event.place());
        put(values, "employer", event.employer());
        put(values, "period_from", event.from());
        put(values, "period_to", event.to());
        put(values, "sector", event.sector());
        put(values, "referred_by", event.referredBy());
        values.put("forms", List.copyOf(event.forms()));
        return new FormValues(values);
    }

    private static void put(Map<String, List<String>> values, String field, @Nullable Object value) {
        values.put(field, value == null ? List.of() : List.of(value.toString()));
    }

    /// The value of a field without surrounding space; empty when nothing was sent.
    public String one(String field) {
        String value = values.getFirst(field);
        return value == null ? "" : value.strip();
    }

    /// The value of a field with the space around it, which tells empty cells apart.
    public String raw(String field) {
        String value = values.getFirst(field);
        return value == null ? "" : value;
    }

    /// Every value of a field, without empty ones.
    public List<String> all(String field) {
        return values.getOrDefault(field, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /// The names of what was sent.
    Set<String> fields() {
        return Collections.unmodifiableSet(values.keySet());
    }

    /// Everything that was sent but the token and the decision, for carrying it through a page in between.
    public Map<String, List<String>> hidden() {
        Map<String, List<String>> hidden = new LinkedHashMap<>(values);
        hidden.remove("_csrf");
        hidden.remove("once");
        hidden.remove("decision");
        hidden.remove("do");
        hidden.keySet().removeIf(field -> field.endsWith("-decision"));
        return hidden;
    }

    /// The same with one field set.
    FormValues with(String field, String value) {
        Map<String, List<String>> changed = new LinkedHashMap<>(values);
        changed.put(field, List.of(value));
        return new FormValues(changed);
    }

    public boolean isChosen(String field, String value) {
        return all(field).contains(value);
    }

    /// A form holds personal data; it says nothing of it.
    @Override
    public String toString() {
        return "FormValues";
    }
}
