package se.ledfyr.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ledfyr.access.PasswordRules.Fault;

class PasswordRulesTests {

    private final PasswordRules rules = new PasswordRules();
    private final Passwords passwords = new Passwords();

    @ParameterizedTest
    @ValueSource(strings = {"fyra ord i rad", "ååååååååååååöäe", "Tr0ub4dor&3 lång", "短い言葉をいくつも並べて書く"})
    void longPasswordsOfAnyCharactersMayBeUsed(String password) {
        assertThat(rules.faultOf(password, "a@example.org")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "kort", "elva tecken"})
    void fewerThanTwelveCharactersAreTooFew(String password) {
        assertThat(rules.faultOf(password, "a@example.org")).hasValue(Fault.TOO_SHORT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Password1234",
                "sommaren2026",
                "123456789012",
                "aaaaaaaaaaaaaaaa",
                "hejhejhejhej",
                "someone@example.org"
            })
    void whatIsGuessedFirstMayNotBeUsed(String password) {
        assertThat(rules.faultOf(password, "Someone@example.org"))
                .hasValueSatisfying(fault -> assertThat(fault).isNotEqualTo(Fault.TOO_LONG));
    }

    @Test
    void aVeryLongPasswordIsRefusedRatherThanCut() {
        assertThat(rules.faultOf("lång mening ".repeat(40), "a@example.org")).hasValue(Fault.TOO_LONG);
    }

    @Test
    void passwordsAreHashedWithArgon2idAndNineteenMebibytes() {
        assertThat(passwords.hash("fyra ord i rad")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void onlyTheSamePasswordMatches() {
        String hash = passwords.hash("fyra ord i rad");
        assertThat(passwords.matches("fyra ord i rad", hash)).isTrue();
        assertThat(passwords.matches("fyra ord i rat", hash)).isFalse();
        assertThat(passwords.matches("nobody's password", null)).isFalse();
    }
}
