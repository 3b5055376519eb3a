package se.ledfyr.needs.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import se.ledfyr.pages.Texts;

/// What somebody sent, and what is wrong with it: it comes back with everything in it.
///
/// Public for the templates alone.
public final class Form {

    private final MultiValueMap<String, String> sent;
    private final Texts texts;
    private final Map<String, String> errors = new LinkedHashMap<>();

    Form(MultiValueMap<String, String> sent, Texts texts) {
        this.sent = sent;
        this.texts = texts;
    }

    /// The value of a field without surrounding space; empty when nothing was sent.
    public String one(String field) {
        String value = sent.getFirst(field);
        return value == null ? "" : value.strip();
    }

    public List<String> all(String field) {
        return sent.getOrDefault(field, List.of());
    }

    /// What is wrong, by field, in the order in which it was found.
    public Map<String, String> errors() {
        return errors;
    }

    boolean isRight() {
        return errors.isEmpty();
    }

    /// The first message about a field stays.
    void wrong(String field, String key, Object... arguments) {
        errors.putIfAbsent(field, texts.get(key, arguments));
    }

    /// A code of a list; complains when there is none.
    String code(String field, String list, Words words) {
        String code = one(field);
        if (!words.isCode(list, code)) {
            wrong(field, "needs.error.choose");
        }
        return code;
    }

    /// A day that is not in the future; complains about anything else. Null when nothing was sent.
    @Nullable
    LocalDate past(String field, boolean required, LocalDate today) {
        LocalDate day = day(field, required);
        if (day != null && day.isAfter(today)) {
            wrong(field, "needs.error.future");
        }
        return day;
    }

    @Nullable
    LocalDate day(String field, boolean required) {
        String text = one(field);
        if (text.isEmpty()) {
            if (required) {
                wrong(field, "needs.error.day");
            }
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notADay) {
            wrong(field, "needs.error.day");
            return null;
        }
    }

    /// What was sent may be about a person.
    @Override
    public String toString() {
        return "Form";
    }
}
