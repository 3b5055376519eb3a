package se.ledfyr.returns.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/// What somebody wrote in a form about returns, as they wrote it, and what is wrong with it. Public for the templates.
public final class ReturnForm {

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);
    private static final int ORE_DIGITS = 2;

    private final MultiValueMap<String, String> sent;
    private final Map<String, String> errors = new LinkedHashMap<>();

    ReturnForm(MultiValueMap<String, String> sent) {
        this.sent = new LinkedMultiValueMap<>(sent);
    }

    static ReturnForm empty() {
        return new ReturnForm(new LinkedMultiValueMap<>());
    }

    /// Whether anybody can mean that day.
    static boolean isPossible(LocalDate day) {
        return !day.isBefore(EARLIEST) && day.isBefore(LATEST);
    }

    /// The first value of a field; empty when there is none.
    public String one(String field) {
        String value = sent.getFirst(field);
        return value == null ? "" : value.strip();
    }

    /// The value of a field, or what it begins with before anything was sent.
    public String or(String field, String otherwise) {
        return sent.isEmpty() || !sent.containsKey(field) ? otherwise : one(field);
    }

    public List<String> all(String field) {
        return sent.getOrDefault(field, List.of());
    }

    public boolean has(String field, String value) {
        return all(field).contains(value);
    }

    /// Whether nothing was sent yet.
    public boolean isBlank() {
        return sent.isEmpty();
    }

    /// Keys of what is wrong, by field.
    public Map<String, String> errors() {
        return Map.copyOf(errors);
    }

    void wrong(String field, String key) {
        errors.putIfAbsent(field, key);
    }

    boolean isFine() {
        return errors.isEmpty();
    }

    /// A value that must be there.
    String required(String field, String key) {
        if (one(field).isEmpty()) {
            wrong(field, key);
        }
        return one(field);
    }

    /// A day that may be left out; one that cannot be read is wrong.
    @Nullable
    LocalDate day(String field) {
        String text = one(field);
        if (text.isEmpty()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (isPossible(day)) {
                return day;
            }
        } catch (DateTimeException unreadable) {
            wrong(field, "returns.error.day");
            return null;
        }
        wrong(field, "returns.error.day");
        return null;
    }

    /// A day that must be there.
    Optional<LocalDate> requiredDay(String field) {
        LocalDate day = day(field);
        if (day == null) {
            wrong(field, "returns.error.day");
        }
        return Optional.ofNullable(day);
    }

    /// An amount in kronor, with at most two decimals, as whole öre; -1 when it cannot be read.
    long ore(String field) {
        String text = one(field).replace(" ", "").replace("\u00a0", "").replace(',', '.');
        try {
            BigDecimal kronor = new BigDecimal(text);
            if (text.length() <= 15 && kronor.signum() >= 0 && kronor.scale() <= ORE_DIGITS) {
                return kronor.movePointRight(ORE_DIGITS).longValueExact();
            }
        } catch (NumberFormatException | ArithmeticException unreadable) {
            wrong(field, "returns.error.amount");
            return -1;
        }
        wrong(field, "returns.error.amount");
        return -1;
    }

    /// A whole number; -1 when it cannot be read or lies outside.
    int whole(String field, int least, int most) {
        String text = one(field);
        if (text.matches("[0-9]{1,6}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        wrong(field, "returns.error.number");
        return -1;
    }

    /// An identifier; empty for what is none.
    Optional<UUID> id(String field) {
        try {
            return Optional.of(UUID.fromString(one(field)));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
