package se.ledfyr.guidance;

import java.util.Locale;

/// A text of the manual in both languages.
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
