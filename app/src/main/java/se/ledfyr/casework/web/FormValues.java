package se.ledfyr.casework.web;

import java.util.List;
import java.util.Map;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/// What somebody wrote in a form, as they wrote it, so that a form with errors comes back with everything in it.
///
/// Public for the templates alone.
public final class FormValues {

    private final MultiValueMap<String, String> values;

    FormValues(Map<String, List<String>> values) {
        this.values = new LinkedMultiValueMap<>(values);
    }

    /// The value of a field without surrounding space; empty when nothing was sent.
    public String one(String field) {
        String value = values.getFirst(field);
        return value == null ? "" : value.strip();
    }

    /// Every value of a field, without empty ones.
    public List<String> all(String field) {
        return values.getOrDefault(field, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
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
