package se.ledfyr.casework.web;

import java.util.ArrayList;
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
    private static final int MAX_TELEPHONES = 5;

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
        List<String> telephones = lines("telephone");
        telephones.forEach(telephone -> shortEnough("telephone", telephone, MAX_NUMBER));
        if (telephones.size() > MAX_TELEPHONES) {
            errors.add("telephone", "casework.error.too-many", MAX_TELEPHONES);
        }
        shortEnough("address", values.one("address"), MAX_ADDRESS);
        List<Identifier> numbers = numbers();
        if (!errors.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Identity(
                    emptyToNull(values.one("name")), aliases, numbers, telephones, emptyToNull(values.one("address"))));
        } catch (IllegalArgumentException unseen) {
            errors.add("name", "casework.error.characters");
            return Optional.empty();
        }
    }

    @Nullable
    Protection protection() {
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
        List<Identifier> numbers = new ArrayList<>();
        for (String row : FormValues.NUMBER_ROWS) {
            number("number_kind" + row, "number" + row).ifPresent(numbers::add);
        }
        return numbers;
    }

    private Optional<Identifier> number(String kindField, String field) {
        String number = values.one(field);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        Optional<IdentityKind> kind = Arrays.stream(IdentityKind.values())
                .filter(IdentityKind::isIdentifier)
                .filter(one -> one.name().equals(values.one(kindField)))
                .findFirst();
        if (kind.isEmpty()) {
            errors.add(kindField, "casework.error.number-kind");
            return Optional.empty();
        }
        if (number.length() > MAX_NUMBER) {
            errors.add(field, "casework.error.too-long", MAX_NUMBER);
            return Optional.empty();
        }
        try {
            return Optional.of(new Identifier(kind.get(), number));
        } catch (IllegalArgumentException unseen) {
            errors.add(field, "casework.error.characters");
            return Optional.empty();
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
