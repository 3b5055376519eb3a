package se.ledfyr.casework.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.ledfyr.casework.Facts;
import se.ledfyr.codes.CodeBook;

/// Reads the facts of a registration out of a form. Field names are the column names of a registration file.
///
/// Only what is known is asked: the region follows from a municipality, the age group from a birth year.
final class FactsReader {

    private static final int EARLIEST_BIRTH_YEAR = 1900;
    private static final int MOST_CHILDREN = 30;

    private final FormValues values;
    private final CodeBook codes;
    private final LocalDate today;
    private final FormErrors errors;

    FactsReader(FormValues values, CodeBook codes, LocalDate today, FormErrors errors) {
        this.values = values;
        this.codes = codes;
        this.today = today;
        this.errors = errors;
    }

    /// The facts, or nothing when an error has been added.
    Optional<Facts> read() {
        LocalDate day = day("registered_on", true);
        LocalDate valid = day == null ? today : day;
        String sex = code("sex", "sex", valid, true);
        Integer birthYear = number("birth_year", EARLIEST_BIRTH_YEAR, today.getYear());
        String ageGroup = ageGroup(birthYear, valid);
        String citizenship = code("citizenship", "country", valid, false);
        TreeSet<String> forms = codes("forms", "exploitation_form", valid);
        String municipality = code("municipality_code", "municipality", valid, false);
        String region = region(municipality, valid);
        String sector = code("sector", "sector_setting", valid, false);
        String referredBy = code("referred_by", "referred_by", valid, true);
        String began = code("began", "recruitment_start", valid, false);
        String setting = code("setting", "setting", valid, false);
        Integer children = number("children_accompanying", 0, MOST_CHILDREN);
        if (!errors.isEmpty()
                || day == null
                || region == null
                || sex == null
                || ageGroup == null
                || referredBy == null) {
            return Optional.empty();
        }
        return Optional.of(new Facts(
                day,
                region,
                municipality,
                sex,
                ageGroup,
                birthYear,
                citizenship,
                forms,
                sector,
                referredBy,
                event(),
                began,
                setting,
                children == null ? 0 : children,
                values.isChosen("amp_requested", "true"),
                values.isChosen("reflection_requested", "true")));
    }

    /// A day that has come; today when an optional one is left empty is not assumed.
    @Nullable
    LocalDate day(String field, boolean required) {
        String text = values.one(field);
        if (text.isEmpty()) {
            if (required) {
                errors.add(field, "casework.error.required");
            }
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.isAfter(today) || day.getYear() < EARLIEST_BIRTH_YEAR) {
                errors.add(field, "casework.error.day", EARLIEST_BIRTH_YEAR + "-01-01", today.toString());
                return null;
            }
            return day;
        } catch (DateTimeException e) {
            errors.add(field, "casework.error.date");
            return null;
        }
    }

    @Nullable
    String code(String field, String list, LocalDate day, boolean required) {
        String code = values.one(field);
        if (code.isEmpty()) {
            if (required) {
                errors.add(field, "casework.error.required");
            }
            return null;
        }
        if (!codes.isValid(list, code, day)) {
            errors.add(field, "casework.error.choice");
            return null;
        }
        return code;
    }

    TreeSet<String> codes(String field, String list, LocalDate day) {
        TreeSet<String> chosen = new TreeSet<>(values.all(field));
        if (!chosen.stream().allMatch(code -> codes.isValid(list, code, day))) {
            errors.add(field, "casework.error.choice");
        }
        return chosen;
    }

    private @Nullable String event() {
        return values.one("event_id").isEmpty() ? null : values.one("event_id");
    }

    /// The region that was chosen, or the one the municipality lies in; an error where neither tells.
    @Nullable
    String region(@Nullable String municipality, LocalDate day) {
        String follows =
                municipality == null ? null : codes.regionOf(municipality, day).orElse(null);
        String region = code("region", "police_region", day, false);
        if (values.one("region").isEmpty() && follows == null) {
            errors.add("region", "casework.error.place");
        }
        if (region != null && follows != null && !region.equals(follows)) {
            errors.add("municipality_code", "casework.error.municipality-outside-region");
        }
        return region == null ? follows : region;
    }

    private @Nullable String ageGroup(@Nullable Integer birthYear, LocalDate day) {
        String group = values.one("age_group");
        if (group.isEmpty() && birthYear != null) {
            return day.getYear() - birthYear > 18 ? "adult" : askForAge();
        }
        String ageGroup = code("age_group", "age_group", day, true);
        if (ageGroup != null && !Facts.agrees(ageGroup, birthYear, day)) {
            errors.add("birth_year", "casework.error.birth-year." + ageGroup);
        }
        return ageGroup;
    }

    /// Somebody who turns 18 this year, or has not, must be asked about: the year alone does not tell.
    private @Nullable String askForAge() {
        errors.add("age_group", "casework.error.required");
        return null;
    }

    private @Nullable Integer number(String field, int least, int most) {
        String text = values.one(field);
        if (text.isEmpty()) {
            return null;
        }
        if (text.length() > 4 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            errors.add(field, "casework.error.number");
            return null;
        }
        int number = Integer.parseInt(text);
        if (number < least || number > most) {
            errors.add(field, "casework.error.between", Integer.toString(least), Integer.toString(most));
            return null;
        }
        return number;
    }
}
