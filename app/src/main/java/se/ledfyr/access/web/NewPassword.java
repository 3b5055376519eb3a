package se.ledfyr.access.web;

import java.util.Map;
import java.util.Optional;
import se.ledfyr.access.PasswordRules;
import se.ledfyr.pages.Texts;

/// A new password as it was typed, twice.
record NewPassword(String password, String again, String login) {

    /// Adds what is wrong, by field.
    void check(PasswordRules rules, Texts texts, Map<String, String> errors) {
        Optional<PasswordRules.Fault> fault = rules.faultOf(password, login);
        if (fault.isPresent()) {
            String key = switch (fault.get()) {
                case TOO_SHORT -> "access.password.short";
                case TOO_LONG -> "access.password.long";
                case TOO_COMMON -> "access.password.common";
            };
            errors.put("password", texts.get(key, PasswordRules.MIN_LENGTH, PasswordRules.MAX_LENGTH));
        } else if (!password.equals(again)) {
            errors.put("again", texts.get("access.password.differs"));
        }
    }

    @Override
    public String toString() {
        return "NewPassword";
    }
}
