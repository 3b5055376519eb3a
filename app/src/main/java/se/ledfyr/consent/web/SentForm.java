package se.ledfyr.consent.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import se.ledfyr.codes.CodeBook;
import se.ledfyr.pages.Option;
import se.ledfyr.pages.Texts;

/// A form of this module: what somebody wrote, what can be chosen, and what is wrong with it.
///
/// Public for the templates alone.
public final class SentForm {

    private final MultiValueMap<String, String> sent;
    private final CodeBook book;
    private final LocalDate today;
    private final Texts texts;
    private final Map<String, String> errors = new LinkedHashMap<>();

    SentForm(Map<String, List<String>> sent, CodeBook book, LocalDate today, Texts texts) {
        this.sent = new LinkedMultiValueMap<>(sent);
        this.book = book;
        this.today = today;
        this.texts = texts;
    }

    /// What was written in a field, without surrounding space; empty when nothing was.
    public String one(String field) {
        String value = sent.getFirst(field);
        return value == null ? "" : value.strip();
    }

    /// Everything that was ticked under a name.
    public List<String> all(String field) {
        return sent.getOrDefault(field, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /// The codes of a list that can be chosen today.
    public List<Option> options(String field, String list) {
        List<String> chosen = all(field);
        return book.list(list, today).stream()
                .map(code -> new Option(code.code(), code.label(texts.language()), chosen.contains(code.code())))
                .toList();
    }

    /// What is wrong with a field, in words; null when nothing is.
    public @Nullable String error(String field) {
        return errors.get(field);
    }

    /// What is wrong, in the order of the form.
    public Map<String, String> errors() {
        return errors;
    }

    void preset(String field, String value) {
        if (!sent.containsKey(field)) {
            sent.add(field, value);
        }
    }

    void wrong(String field, String key) {
        errors.putIfAbsent(field, texts.get(key));
    }

    /// A code that has to be chosen.
    String code(String field, String list) {
        String code = optional(field, list);
        if (code == null) {
            wrong(field, "consent.error.choose");
            return "";
        }
        return code;
    }

    /// A code that may be left out.
    @Nullable
    String optional(String field, String list) {
        String code = one(field);
        if (code.isEmpty()) {
            return null;
        }
        if (!book.isValid(list, code, today)) {
            wrong(field, "consent.error.choose");
            return null;
        }
        return code;
    }

    /// Codes of which at least one has to be ticked.
    SortedSet<String> codes(String field, String list) {
        SortedSet<String> codes = new TreeSet<>(all(field));
        if (codes.isEmpty() || !areValid(list, codes)) {
            wrong(field, "consent.error.tick");
        }
        return codes;
    }

    private boolean areValid(String list, Collection<String> codes) {
        return codes.stream().allMatch(code -> book.isValid(list, code, today));
    }

    /// A day that has been or is today.
    @Nullable
    LocalDate pastDay(String field) {
        LocalDate day = day(field);
        if (day == null || day.isAfter(today)) {
            wrong(field, "consent.error.past-day");
        }
        return day;
    }

    /// A day, if one was written.
    @Nullable
    LocalDate day(String field) {
        String text = one(field);
        if (text.isEmpty()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            return day.getYear() < 1900 || day.getYear() > 2200 ? unreadable(field) : day;
        } catch (DateTimeException notADay) {
            return unreadable(field);
        }
    }

    private @Nullable LocalDate unreadable(String field) {
        wrong(field, "consent.error.day");
        return null;
    }

    /// The labels of codes, for a list that shows what was chosen.
    public String labels(String list, Collection<String> codes) {
        List<String> labels = new ArrayList<>();
        codes.forEach(code -> labels.add(book.label(list, code, texts.language())));
        return String.join(", ", labels);
    }

    /// A form may hold what was written about somebody; it says nothing of it.
    @Override
    public String toString() {
        return "SentForm";
    }
}
