package se.ledfyr.emergency;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What somebody wrote to say exactly whom they mean.
///
/// @param named the identifier in it, of a person, a registration or a case
/// @param reference a case's reference in it, written as it is kept
record Meant(Kind kind, @Nullable UUID named, @Nullable String reference) {

    /// What it looks like. The names are stored.
    enum Kind {
        NUMBER,
        NAME,
        REFERENCE
    }

    private static final Pattern IDENTIFIER =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern REFERENCE = Pattern.compile("([2-9A-HJ-NP-Z]{4})-?([2-9A-HJ-NP-Z]{4})");
    private static final int DIGITS_OF_A_NUMBER = 6;

    /// Reads what was written; empty when nobody could be meant exactly by it, whoever there is: a single name
    /// is no exact word.
    static Optional<Meant> read(String text) {
        Matcher identifier = IDENTIFIER.matcher(text);
        if (identifier.find()) {
            return Optional.of(new Meant(Kind.REFERENCE, UUID.fromString(identifier.group()), null));
        }
        Matcher reference = REFERENCE.matcher(text.strip().toUpperCase(Locale.ROOT));
        boolean isReference = reference.matches();
        String written = isReference ? reference.group(1) + "-" + reference.group(2) : null;
        if (isReference && text.chars().anyMatch(c -> c == '-' || Character.isDigit(c))) {
            return Optional.of(new Meant(Kind.REFERENCE, null, written));
        }
        if (text.chars().filter(Character::isDigit).count() >= DIGITS_OF_A_NUMBER) {
            return Optional.of(new Meant(Kind.NUMBER, null, written));
        }
        return text.strip().split("\\s+").length < 2 && !isReference
                ? Optional.empty()
                : Optional.of(new Meant(Kind.NAME, null, written));
    }

    @Override
    public String toString() {
        return "Meant[" + kind + "]";
    }
}
