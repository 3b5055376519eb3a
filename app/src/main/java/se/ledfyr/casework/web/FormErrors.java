package se.ledfyr.casework.web;

import java.util.LinkedHashMap;
import java.util.Map;
import se.ledfyr.pages.Texts;

/// What is wrong in a form: one message for each field, in the order of the form.
final class FormErrors {

    private final Map<String, Message> messages = new LinkedHashMap<>();

    private record Message(String key, Object[] arguments) {}

    /// The first message about a field stays; what follows from it would only confuse.
    void add(String field, String key, Object... arguments) {
        messages.putIfAbsent(field, new Message(key, arguments));
    }

    boolean isEmpty() {
        return messages.isEmpty();
    }

    boolean concern(String field) {
        return messages.containsKey(field);
    }

    Map<String, String> in(Texts texts) {
        Map<String, String> worded = new LinkedHashMap<>();
        messages.forEach((field, message) -> worded.put(field, texts.get(message.key(), message.arguments())));
        return worded;
    }
}
