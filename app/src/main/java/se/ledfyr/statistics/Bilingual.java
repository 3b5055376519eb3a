package se.ledfyr.statistics;

import java.util.Locale;

/// A text in the two languages of the published tables.
public record Bilingual(String sv, String en) {

    public Bilingual {
        if (sv.isBlank() || en.isBlank()) {
            throw new IllegalArgumentException("a text is needed in both languages");
        }
    }

    public String in(Locale language) {
        return language.getLanguage().equals("sv") ? sv : en;
    }
}
