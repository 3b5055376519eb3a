package se.ledfyr.casework.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ledfyr.people.Identifier;
import se.ledfyr.people.Identity;
import se.ledfyr.people.IdentityKind;
import se.ledfyr.people.Protection;

/// Reads who somebody is out of a form. Everything may be empty.
final class IdentityReader {

    private static final int MAX_NAME = 200;
    private static final int MAX_NUMBER = 40;
    private static final int MAX_ADDRESS = 500;
    private static final int MAX_ALIASES = 20;

    private final FormValues values;
    private final FormErrors errors;

    IdentityReader(FormValues values, FormErrors errors) {
        this.values = values;
        this.errors = errors;
    }

    /// The identity, empty where nothing was written, or nothing when an error has been added.
    Optional<Identity> read() {
        List<String> aliases = lines("aliases");
        shortEnough("name", values.one("name"), MAX_NAME);
        aliases.forEach(alias -> shortEnough("aliases", alias, MAX_NAME));
        if (aliases.size() > MAX_ALIASES) {
            errors.add("aliases", "casework.error.too-many", MAX_ALIASES);
        }
        shortEnough("telephone", values.one("telephone"), MAX_NUMBER);
        shortEnough("address", values.one("address"), MAX_ADDRESS);
        List<Identifier> numbers = numbers();
        if (!errors.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Identity(
                    emptyToNull(values.one("name")),
                    aliases,
                    numbers,
                    values.all("telephone"),
                    emptyToNull(values.one("address"))));
        } catch (IllegalArgumentException unseen) {
            errors.add("name", "casework.error.characters");
            return Optional.empty();
        }
    }

    @Nullable Protection protection() {
        String chosen = values.one("protection");
        if (chosen.isEmpty()) {
            return null;
        }
        Optional<Protection> known = Arrays.stream(Protection.values())
                .filter(form -> form.name().equals(chosen))
                .findFirst();
        if (known.isEmpty()) {
            errors.add("protection", "casework.error.choice");
        }
        return known.orElse(null);
    }

    private List<Identifier> numbers() {
        String number = values.one("number");
        if (number.isEmpty()) {
            return List.of();
        }
        Optional<IdentityKind> kind = Arrays.stream(IdentityKind.values())
                .filter(IdentityKind::isIdentifier)
                .filter(one -> one.name().equals(values.one("number_kind")))
                .findFirst();
        if (kind.isEmpty()) {
            errors.add("number_kind", "casework.error.number-kind");
            return List.of();
        }
        if (number.length() > MAX_NUMBER) {
            errors.add("number", "casework.error.too-long", MAX_NUMBER);
            return List.of();
        }
        try {
            return List.of(new Identifier(kind.get(), number));
        } catch (IllegalArgumentException unseen) {
            errors.add("number", "casework.error.characters");
            return List.of();
        }
    }

    private List<String> lines(String field) {
        return values.all(field).stream()
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private void shortEnough(String field, String text, int most) {
        if (text.length() > most) {
            errors.add(field, "casework.error.too-long", most);
        }
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
