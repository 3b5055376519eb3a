package se.ledfyr.support.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.people.People;

/// What somebody sent, and what is wrong with it: it comes back with everything in it.
///
/// Public for the templates alone.
public final class Form {

    private static final int LONGEST = 2_000;

    private final MultiValueMap<String, String> sent;
    private final Words words;
    private final Map<String, String> errors = new LinkedHashMap<>();

    Form(MultiValueMap<String, String> sent, Words words) {
        this.sent = new LinkedMultiValueMap<>(sent);
        this.words = words;
    }

    static Form empty(Words words) {
        return new Form(new LinkedMultiValueMap<>(), words);
    }

    /// Fills a field that nobody has filled yet.
    void suggest(String field, @Nullable String value) {
        if (value != null && !sent.containsKey(field)) {
            sent.set(field, value);
        }
    }

    /// Fills a field of several values that nobody has filled yet.
    void suggestAll(String field, List<String> values) {
        if (!sent.containsKey(field)) {
            sent.put(field, values);
        }
    }

    /// The value of a field without surrounding space; empty when nothing was sent.
    public String one(String field) {
        String value = sent.getFirst(field);
        return value == null ? "" : value.strip();
    }

    public List<String> all(String field) {
        return sent.getOrDefault(field, List.of());
    }

    public boolean has(String field, String value) {
        return all(field).contains(value);
    }

    /// What is wrong, in the reader's words, by field, in the order in which it was found.
    public Map<String, String> errors() {
        return errors;
    }

    /// What is wrong with one field; null when nothing is.
    public @Nullable String error(String field) {
        return errors.get(field);
    }

    boolean isRight() {
        return errors.isEmpty();
    }

    /// The first message about a field stays.
    void wrong(String field, String key, Object... arguments) {
        errors.putIfAbsent(field, words.text(key, arguments));
    }

    /// A code of a list; complains when there is none.
    String code(String field, String list) {
        String code = one(field);
        if (!words.isCode(list, code)) {
            wrong(field, "support.error.choose");
        }
        return code;
    }

    /// A code of a list, or null when nothing was chosen.
    @Nullable
    String codeOrNull(String field, String list) {
        return one(field).isEmpty() ? null : code(field, list);
    }

    /// Codes of a list.
    Set<String> codes(String field, String list, boolean required) {
        Set<String> codes = new TreeSet<>(all(field));
        codes.remove("");
        if ((required && codes.isEmpty()) || !codes.stream().allMatch(code -> words.isCode(list, code))) {
            wrong(field, "support.error.choose");
        }
        return codes;
    }

    /// A day; complains when there is none or it is none.
    LocalDate day(String field) {
        LocalDate day = dayOrNull(field);
        if (day == null) {
            wrong(field, "support.error.day");
            return words.today();
        }
        return day;
    }

    @Nullable
    LocalDate dayOrNull(String field) {
        String text = one(field);
        if (text.isEmpty()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= 2000 && day.getYear() < 2200) {
                return day;
            }
        } catch (DateTimeException notADay) {
            // Said below, as for a year that cannot be.
        }
        wrong(field, "support.error.day");
        return null;
    }

    /// A day that is not in the future.
    LocalDate past(String field) {
        LocalDate day = day(field);
        if (day.isAfter(words.today())) {
            wrong(field, "support.error.future");
        }
        return day;
    }

    /// A whole number; 0 when nothing was sent.
    int number(String field, int least, int most) {
        String text = one(field);
        if (text.isEmpty() && least <= 0) {
            return 0;
        }
        if (text.matches("[0-9]{1,6}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        wrong(field, "support.error.number", least, most);
        return least;
    }

    /// Kronor with or without two decimals, as öre; null when nothing was sent.
    @Nullable
    Long ore(String field, long most) {
        String text = one(field).replaceAll("[\\s\\u00a0]", "").replace(',', '.');
        if (text.isEmpty()) {
            return null;
        }
        if (text.matches("[0-9]{1,9}(\\.[0-9]{1,2})?")) {
            long ore = new java.math.BigDecimal(text).movePointRight(2).longValueExact();
            if (ore <= most) {
                return ore;
            }
        }
        wrong(field, "support.error.money");
        return null;
    }

    /// An organisation that takes part; null when none was chosen.
    @Nullable
    OrganisationId organisation(String field) {
        return words.organisations().keySet().stream()
                .filter(each -> each.value().toString().equals(one(field)))
                .findFirst()
                .orElse(null);
    }

    /// Words that can be kept.
    String words(String field, boolean required) {
        String text = one(field);
        boolean given = !text.isBlank();
        boolean fine = text.length() <= LONGEST && People.isReason(text.replaceAll("[\\r\\n\\t]", " "));
        if ((required || given) && !(given && fine)) {
            wrong(field, "support.error.words");
        }
        return text;
    }

    /// What was sent may be about a person.
    @Override
    public String toString() {
        return "Form";
    }
}
