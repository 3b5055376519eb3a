package se.ledfyr.surveys;

import java.util.Locale;

/// Something said in both languages.
public record Worded(String sv, String en) {

    /// @return Swedish for Swedish, English for everything else
    public String in(Locale language) {
        return language.getLanguage().equals("sv") ? sv : en;
    }
}
