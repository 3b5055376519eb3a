package se.ledfyr.justice.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,9}([.,][0-9]{1,2})?");
    private static final Pattern CLOCK = Pattern.compile("([0-9]{1,5}):([0-5][0-9])");
    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

    private final MultiValueMap<String, String> sent;
    private final Texts texts;
    private final Map<String, String> errors = new LinkedHashMap<>();

    Form(MultiValueMap<String, String> sent, Texts texts) {
        this.sent = sent;
        this.texts = texts;
    }

    /// Nothing sent yet.
    static Form blank(Texts texts) {
        return new Form(new LinkedMultiValueMap<>(), texts);
    }

    /// A form that begins with something in it.
    static Form with(Texts texts, Map<String, String> values) {
        LinkedMultiValueMap<String, String> start = new LinkedMultiValueMap<>();
        values.forEach(start::add);
        return new Form(start, texts);
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

    /// Whether something is wrong with any of the fields.
    public boolean isWrong(String... fields) {
        return List.of(fields).stream().anyMatch(errors::containsKey);
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
            wrong(field, "justice.error.choose");
        }
        return code;
    }

    /// A code of a list, or null when nothing was chosen; complains about anything else.
    @Nullable
    String codeIfAny(String field, String list, Words words) {
        return one(field).isEmpty() ? null : code(field, list, words);
    }

    /// A text of at most so many characters; null when nothing was written.
    @Nullable
    String text(String field, int most, boolean required) {
        String text = one(field);
        if (text.isEmpty()) {
            if (required) {
                wrong(field, "justice.error.text");
            }
            return null;
        }
        if (text.length() > most) {
            wrong(field, "justice.error.long", most);
            return null;
        }
        return text;
    }

    /// A day that is not in the future; complains about anything else. Null when nothing was sent.
    @Nullable
    LocalDate past(String field, boolean required, LocalDate today) {
        LocalDate day = day(field, required);
        if (day != null && day.isAfter(today)) {
            wrong(field, "justice.error.future");
        }
        return day;
    }

    @Nullable
    LocalDate day(String field, boolean required) {
        String text = one(field);
        if (text.isEmpty()) {
            if (required) {
                wrong(field, "justice.error.day");
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
        wrong(field, "justice.error.day");
        return null;
    }

    /// Kronor and öre as whole öre: `12 345,50`. Null when nothing was sent, or it is no amount.
    @Nullable
    Long ore(String field, boolean required) {
        BigDecimal kronor = decimal(field, required, "justice.error.money");
        return kronor == null ? null : kronor.movePointRight(2).longValueExact();
    }

    /// A percentage with at most two decimals, as hundredths. Null when nothing was sent, or it is
    /// none.
    @Nullable
    Integer hundredths(String field, boolean required) {
        BigDecimal percent = decimal(field, required, "justice.error.percent");
        if (percent == null) {
            return null;
        }
        if (percent.compareTo(BigDecimal.valueOf(1000)) > 0) {
            wrong(field, "justice.error.percent");
            return null;
        }
        return percent.movePointRight(2).intValueExact();
    }

    /// Hours as whole minutes: `38:30` or `38,5`. Nothing is none; complains about anything else, also
    /// about a fraction that is no whole minute.
    int minutes(String field) {
        String text = one(field).replaceAll("[\\s\u00a0\u202f]", "");
        if (text.isEmpty()) {
            return 0;
        }
        Matcher clock = CLOCK.matcher(text);
        if (clock.matches()) {
            return Integer.parseInt(clock.group(1)) * 60 + Integer.parseInt(clock.group(2));
        }
        BigDecimal hours = AMOUNT.matcher(text).matches() ? new BigDecimal(text.replace(',', '.')) : null;
        if (hours == null || hours.compareTo(BigDecimal.valueOf(99_999)) > 0) {
            wrong(field, "justice.error.hours");
            return 0;
        }
        BigDecimal minutes = hours.multiply(MINUTES).stripTrailingZeros();
        if (minutes.scale() > 0) {
            wrong(field, "justice.error.minutes");
            return 0;
        }
        return minutes.intValueExact();
    }

    private @Nullable BigDecimal decimal(String field, boolean required, String complaint) {
        String text = one(field).replaceAll("[\\s\u00a0\u202f]", "");
        if (text.isEmpty() && !required) {
            return null;
        }
        if (!AMOUNT.matcher(text).matches()) {
            wrong(field, complaint);
            return null;
        }
        return new BigDecimal(text.replace(',', '.'));
    }

    /// What was sent may be about a person.
    @Override
    public String toString() {
        return "Form";
    }
}
