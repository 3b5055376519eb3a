package se.ledfyr.casework;

import java.util.Locale;

/// Which way through the manual's steps a case takes.
public enum Route {
    ADULT,
    /// Also for everybody whose age is not sure.
    CHILD;

    /// The route of an age group: only who is known to be an adult takes the adults' way.
    ///
    /// @param ageGroup a code of `age_group`
    public static Route ofAgeGroup(String ageGroup) {
        return ageGroup.equals("adult") ? ADULT : CHILD;
    }

    /// As it is stored: `adult` or `child`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Route ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
