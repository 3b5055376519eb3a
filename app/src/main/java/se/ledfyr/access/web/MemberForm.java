package se.ledfyr.access.web;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import se.ledfyr.pages.Texts;

/// A member's name and mail address as they were typed.
record MemberForm(String name, String login) {

    private static final Pattern MAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,180}\\.[^\\s@.]{2,60}");
    private static final int MAX_NAME_LENGTH = 120;

    static final MemberForm EMPTY = new MemberForm("", "");

    MemberForm {
        name = name.strip();
        login = login.strip().toLowerCase(Locale.ROOT);
    }

    /// Adds what is wrong, by field.
    void check(Texts texts, Map<String, String> errors) {
        if (name.isEmpty() || name.length() > MAX_NAME_LENGTH || hasControls(name)) {
            errors.put("name", texts.get("access.name.unusable"));
        }
        if (!MAIL.matcher(login).matches() || hasControls(login)) {
            errors.put("login", texts.get("access.login.unusable"));
        }
    }

    private static boolean hasControls(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    @Override
    public String toString() {
        return "MemberForm";
    }
}
