package se.ledfyr.surveys;

import java.util.Locale;

/// The two questionnaires.
public enum SurveyForm {
    ADULT,
    CHILD;

    /// The word in the ids of editions and in addresses of pages.
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException for a word that is no questionnaire
    public static SurveyForm of(String slug) {
        return valueOf(slug.toUpperCase(Locale.ROOT));
    }
}
