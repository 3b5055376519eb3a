package se.ledfyr.codes;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One value of a code list, with the days on which it may be used.
///
/// @param parent code this one belongs under, as a municipality under its county; null where nothing is above it
/// @param validFrom first day
/// @param validTo first day on which it is no longer valid; null while it is
/// @param source where the code and its labels come from
/// @param reference what the code stands for outside, as the section of a law; null where it stands for itself
/// @param unverified true where the source says itself that this has not been checked
public record Code(
        String list,
        String code,
        String labelSv,
        String labelEn,
        int sort,
        @Nullable String parent,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String source,
        @Nullable String reference,
        boolean unverified) {

    public String label(Locale language) {
        return language.getLanguage().equals("sv") ? labelSv : labelEn;
    }

    public boolean isValidOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }
}
