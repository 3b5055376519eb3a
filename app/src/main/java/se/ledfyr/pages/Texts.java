package se.ledfyr.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/// Every word a page shows, in one language.
public final class Texts {

    private static final ZoneId SWEDISH_TIME = ZoneId.of("Europe/Stockholm");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Locale language;
    private final Map<String, String> messages;

    Texts(Locale language, Map<String, String> messages) {
        this.language = language;
        this.messages = Map.copyOf(messages);
    }

    public Locale language() {
        return language;
    }

    /// The text under a key, with `{0}`, `{1}` … replaced. Whole numbers are grouped as the language does.
    ///
    /// A missing key is shown in brackets rather than breaking the page; a test keeps that from happening.
    public String get(String key, Object... arguments) {
        String text = messages.get(key);
        if (text == null) {
            return "[" + key + "]";
        }
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", show(arguments[i]));
        }
        return text;
    }

    /// The text under `key.one` when `count` is 1, else under `key.many`; `{0}` is the count.
    public String count(String key, long count) {
        return get(key + (count == 1 ? ".one" : ".many"), count);
    }

    public boolean has(String key) {
        return messages.containsKey(key);
    }

    public String number(long value) {
        return String.format(language, "%,d", value);
    }

    public String date(LocalDate day) {
        return day.toString();
    }

    /// Swedish local time, to the minute.
    public String moment(Instant instant) {
        return MOMENT.format(instant.atZone(SWEDISH_TIME));
    }

    private String show(Object argument) {
        return argument instanceof Long || argument instanceof Integer
                ? number(((Number) argument).longValue())
                : String.valueOf(argument);
    }
}
