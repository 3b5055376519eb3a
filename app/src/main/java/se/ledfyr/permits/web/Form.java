package se.ledfyr.permits.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import se.ledfyr.pages.Texts;

/// What somebody sent, and what is wrong with it: it comes back with everything in it.
///
/// Public for the templates alone.
public final class Form {

    private static final int EARLIEST = 1900;
    private static final int LATEST = 2200;

    private static final int LONGEST_REASON = 500;

    private final MultiValueMap<String, String> sent;
    private final Texts texts;
    private final Map<String, String> errors = new LinkedHashMap<>();

    Form(MultiValueMap<String, String> sent, Texts texts) {
        this.sent = sent;
        this.texts = texts;
    }

    /// A form that nobody has filled in yet.
    static Form blank(Texts texts) {
        return new Form(new LinkedMultiValueMap<>(), texts);
    }

    /// Fills a field in before it is shown; an empty value leaves it empty.
    Form with(String field, @Nullable Object value) {
        if (value != null) {
            sent.set(field, value.toString());
        }
        return this;
    }

    /// The value of a field without surrounding space; empty when nothing was sent.
    public String one(String field) {
        String value = sent.getFirst(field);
        return value == null ? "" : value.strip();
    }

    /// What is wrong, by field, in the order in which it was found.
    public Map<String, String> errors() {
        return errors;
    }

    /// Whether something in one of the fields is wrong, so that what they stand in must be open.
    public boolean isWrongIn(String... fields) {
        for (String field : fields) {
            if (errors.containsKey(field)) {
                return true;
            }
        }
        return false;
    }

    boolean isRight() {
        return errors.isEmpty();
    }

    /// The first message about a field stays.
    void wrong(String field, String key, Object... arguments) {
        errors.putIfAbsent(field, texts.get(key, arguments));
    }

    /// A code of a list on a day; complains when there is none.
    String code(String field, String list, Words words) {
        String code = one(field);
        if (!words.isCode(list, code)) {
            wrong(field, "permits.error.choose");
        }
        return code;
    }

    /// A day that is not in the future; complains about anything else, also about nothing.
    @Nullable
    LocalDate past(String field, LocalDate today) {
        LocalDate day = day(field, true);
        if (day != null && day.isAfter(today)) {
            wrong(field, "permits.error.future");
        }
        return day;
    }

    @Nullable
    LocalDate day(String field, boolean required) {
        String text = one(field);
        if (text.isEmpty()) {
            if (required) {
                wrong(field, "permits.error.day");
            }
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= EARLIEST && day.getYear() < LATEST) {
                return day;
            }
        } catch (DateTimeException notADay) {
            // Said below, as for a year that cannot be.
        }
        wrong(field, "permits.error.day");
        return null;
    }

    /// A reason; complains when it is missing or too long.
    String reason(String field) {
        String why = one(field);
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            wrong(field, "permits.error.why");
        }
        return why;
    }

    /// The version that was read. What no form of ours sends is older than anything.
    int version() {
        return one("version").matches("[0-9]{1,9}") ? Integer.parseInt(one("version")) : 0;
    }

    /// What was sent may be about a person.
    @Override
    public String toString() {
        return "Form";
    }
}
