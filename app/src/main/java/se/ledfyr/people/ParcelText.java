package se.ledfyr.people;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// How the two halves of a parcel are written before they are sealed.
final class ParcelText {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ParcelText() {}

    /// What the addressee may read while deciding.
    record Open(Map<FieldGroup, Map<String, String>> values) {

        @Override
        public String toString() {
            return "Open[…]";
        }
    }

    /// What adoption opens: who it is, as far as that was shared, and that they are protected.
    record Closed(
            @Nullable String name,
            List<String> aliases,
            List<Number> numbers,
            List<String> telephones,
            @Nullable String address,
            @Nullable Protection protection) {

        Identity identity() {
            return new Identity(
                    name,
                    aliases,
                    numbers.stream()
                            .map(one -> new Identifier(one.kind(), one.value()))
                            .toList(),
                    telephones,
                    address);
        }

        @Override
        public String toString() {
            return "Closed[…]";
        }
    }

    record Number(IdentityKind kind, String value) {

        @Override
        public String toString() {
            return "Number[…]";
        }
    }

    /// Of an identity only what was chosen.
    static Closed shared(Identity identity, @Nullable Protection protection, Set<FieldGroup> groups) {
        boolean who = groups.contains(FieldGroup.IDENTITY);
        boolean where = groups.contains(FieldGroup.CONTACT);
        return new Closed(
                who ? identity.name() : null,
                who ? identity.aliases() : List.of(),
                who
                        ? identity.identifiers().stream()
                                .map(one -> new Number(one.kind(), one.value()))
                                .toList()
                        : List.of(),
                where ? identity.telephones() : List.of(),
                where ? identity.address() : null,
                protection);
    }

    static String write(Object half) {
        return JSON.writeValueAsString(half);
    }

    static Open readOpen(String text) {
        return JSON.readValue(text, Open.class);
    }

    static Closed readClosed(String text) {
        return JSON.readValue(text, Closed.class);
    }
}
