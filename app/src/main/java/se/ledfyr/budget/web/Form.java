package se.ledfyr.budget.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import se.ledfyr.budget.Money;
import se.ledfyr.budget.NotNow;
import se.ledfyr.pages.Texts;

/// What somebody sent, and what is wrong with it: it comes back with everything in it.
///
/// Public for the templates alone.
public final class Form {

    private static final int EARLIEST = 1900;
    private static final int LATEST = 2200;

    private final MultiValueMap<String, String> sent;
    private final Texts texts;
    private final Map<String, String> errors = new LinkedHashMap<>();

    Form(MultiValueMap<String, String> sent, Texts texts) {
        this.sent = sent;
        this.texts = texts;
    }

    static Form blank(Texts texts) {
        return new Form(new LinkedMultiValueMap<>(), texts);
    }

    /// The value of a field without surrounding space; empty when nothing was sent.
    public String one(String field) {
        String value = sent.getFirst(field);
        return value == null ? "" : value.strip();
    }

    /// What was sent, or `other` where nothing was.
    public String or(String field, String other) {
        return sent.containsKey(field) ? one(field) : other;
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

    /// Something that the account does not let be done.
    void wrong(String field, NotNow why) {
        wrong(field, why.key());
    }

    /// An amount above nothing; complains about anything else.
    Money money(String field) {
        Optional<Money> found = Money.find(one(field)).filter(Money::isPositive);
        if (found.isEmpty()) {
            wrong(field, "budget.error.amount");
        }
        return found.orElse(Money.ZERO);
    }

    /// An amount that may be nothing; complains about anything that is none. Nothing sent is nothing.
    Money moneyOrNone(String field) {
        if (one(field).isEmpty()) {
            return Money.ZERO;
        }
        Optional<Money> found = Money.find(one(field));
        if (found.isEmpty()) {
            wrong(field, "budget.error.amount");
        }
        return found.orElse(Money.ZERO);
    }

    /// A whole number from 1 to `most`; null when nothing was sent. Complains about anything else.
    @Nullable
    Integer whole(String field, int most) {
        String text = one(field);
        if (text.isEmpty()) {
            return null;
        }
        int number = text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > most) {
            wrong(field, "budget.error.whole", most);
            return null;
        }
        return number;
    }

    /// A text of 1 to `longest` characters; complains about anything else.
    String text(String field, int longest) {
        String text = one(field);
        if (text.isEmpty()) {
            wrong(field, "budget.error.empty");
        } else if (text.length() > longest) {
            wrong(field, "budget.error.long", longest);
        }
        return text;
    }

    /// A day; complains when there is none and one is required.
    @Nullable
    LocalDate day(String field, boolean required) {
        String text = one(field);
        if (text.isEmpty() && !required) {
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
        wrong(field, "budget.error.day");
        return null;
    }

    @Override
    public String toString() {
        return "Form";
    }
}
