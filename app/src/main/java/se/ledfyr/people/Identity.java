package se.ledfyr.people;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who somebody is, as far as it is known. Nothing is required: a person can be registered without any of it.
///
/// Blank values are left out and doubles counted once. Values are refused when they are too long or hold
/// characters that cannot be seen; the message then names the field, never the value.
///
/// @param name the name to show, in any script; at most 200 characters
/// @param aliases other names; at most 20 of 200 characters
/// @param identifiers numbers; at most 10
/// @param telephones at most 5 of 40 characters
/// @param address one line of at most 500 characters
public record Identity(
        @Nullable String name,
        List<String> aliases,
        List<Identifier> identifiers,
        List<String> telephones,
        @Nullable String address) {

    /// Nothing is known, or nothing is shown.
    public static final Identity NONE = new Identity(null, List.of(), List.of(), List.of(), null);

    static final int MAX_NAME = 200;
    static final int MAX_ALIASES = 20;
    static final int MAX_IDENTIFIERS = 10;
    static final int MAX_TELEPHONES = 5;
    static final int MAX_TELEPHONE = 40;
    static final int MAX_ADDRESS = 500;

    public Identity {
        name = Guard.optional(name, MAX_NAME, "name");
        aliases = Guard.all(aliases, MAX_ALIASES, MAX_NAME, "alias");
        identifiers = identifiers.stream().distinct().toList();
        if (identifiers.size() > MAX_IDENTIFIERS) {
            throw new IllegalArgumentException("More than %d numbers".formatted(MAX_IDENTIFIERS));
        }
        telephones = Guard.all(telephones, MAX_TELEPHONES, MAX_TELEPHONE, "telephone number");
        address = Guard.optional(oneLine(address), MAX_ADDRESS, "address");
    }

    /// Somebody known by name alone.
    public static Identity named(String name, String... aliases) {
        return new Identity(name, List.of(aliases), List.of(), List.of(), null);
    }

    public boolean isEmpty() {
        return equals(NONE);
    }

    /// With what somebody else knows added: nothing is replaced, and what would be too much is left out.
    Identity with(Identity other) {
        List<String> more = new ArrayList<>(aliases);
        if (other.name != null && name != null && !other.name.equals(name)) {
            more.add(other.name);
        }
        more.addAll(other.aliases);
        return new Identity(
                name == null ? other.name : name,
                joined(more, List.of(), MAX_ALIASES),
                joined(identifiers, other.identifiers, MAX_IDENTIFIERS),
                joined(telephones, other.telephones, MAX_TELEPHONES),
                address == null ? other.address : address);
    }

    private static <T> List<T> joined(List<T> own, List<T> others, int most) {
        return Stream.concat(own.stream(), others.stream())
                .distinct()
                .limit(most)
                .toList();
    }

    /// The name and the aliases, in this order.
    List<String> names() {
        List<String> names = new ArrayList<>(aliases.size() + 1);
        if (name != null) {
            names.add(name);
        }
        names.addAll(aliases);
        return names;
    }

    private static @Nullable String oneLine(@Nullable String text) {
        return text == null ? null : text.strip().replaceAll("\\s*\\R\\s*", ", ");
    }

    /// Never who it is.
    @Override
    public String toString() {
        return "Identity[…]";
    }
}
