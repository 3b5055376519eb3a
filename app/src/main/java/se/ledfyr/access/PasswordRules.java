package se.ledfyr.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// What a new password must be: long, and not one of those that are tried first. Nothing is asked about kinds of
/// characters, which makes passwords harder to remember and no harder to guess.
@Component
public class PasswordRules {

    /// Fewest characters.
    public static final int MIN_LENGTH = 12;

    /// Most characters.
    public static final int MAX_LENGTH = Passwords.MAX_LENGTH;

    /// Why a password cannot be used.
    public enum Fault {
        TOO_SHORT,
        TOO_LONG,
        TOO_COMMON
    }

    private final Set<String> common = read();

    PasswordRules() {}

    /// @param login the member's own, which is no secret either
    /// @return nothing when the password may be used
    public Optional<Fault> faultOf(String password, String login) {
        if (password.codePointCount(0, password.length()) < MIN_LENGTH) {
            return Optional.of(Fault.TOO_SHORT);
        }
        if (password.length() > MAX_LENGTH) {
            return Optional.of(Fault.TOO_LONG);
        }
        String plain = password.strip().toLowerCase(Locale.ROOT);
        boolean easy = common.contains(plain)
                || plain.equals(login.strip().toLowerCase(Locale.ROOT))
                || plain.codePoints().distinct().count() < 4
                || isRepeated(plain);
        return easy ? Optional.of(Fault.TOO_COMMON) : Optional.empty();
    }

    /// A short common word written several times is still that word.
    private boolean isRepeated(String plain) {
        for (int length = 1; length <= plain.length() / 2; length++) {
            if (plain.length() % length == 0
                    && plain.substring(0, length)
                            .repeat(plain.length() / length)
                            .equals(plain)) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> read() {
        InputStream list = Objects.requireNonNull(
                PasswordRules.class.getResourceAsStream("/access/common-passwords.txt"), "common-passwords.txt");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
