package se.ledfyr.permits;

import java.util.Locale;

/// A text of the rules in both languages.
public record Worded(String sv, String en) {

    public Worded {
        if (sv.isBlank() || en.isBlank()) {
            throw new IllegalArgumentException("a text stands in both languages");
        }
    }

    public String in(Locale language) {
        return language.getLanguage().equals("sv") ? sv : en;
    }
}
