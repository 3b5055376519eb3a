package se.ledfyr.people;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person's row and their current sealed values, as read, before anything is opened.
record SealedPerson(
        PersonId id,
        @Nullable ByteBuffer dataKey,
        @Nullable ByteBuffer facts,
        @Nullable Protection protection,
        Instant createdAt,
        @Nullable Instant erasedAt,
        List<Field> fields) {

    static final String FIELD_COLUMN = "people.identity_field.sealed";
    static final String FACTS_COLUMN = "people.person.facts";

    SealedPerson {
        fields = List.copyOf(fields);
    }

    /// One sealed value.
    record Field(UUID id, IdentityKind kind, ByteBuffer sealed) {}

    /// One opened value.
    record Opened(UUID row, IdentityKind kind, String text) {

        @Override
        public String toString() {
            return "Opened[" + kind + "]";
        }
    }

    List<Opened> open(PersonKeys keys) {
        if (dataKey == null || fields.isEmpty()) {
            return List.of();
        }
        PersonKey key = keys.unwrap(id, dataKey.array());
        return fields.stream()
                .map(field -> new Opened(
                        field.id(),
                        field.kind(),
                        key.open(
                                FIELD_COLUMN,
                                field.id().toString(),
                                field.sealed().array())))
                .toList();
    }

    Identity identity(PersonKeys keys) {
        return identity(open(keys));
    }

    NameFacts facts(PersonKeys keys) {
        if (dataKey == null || facts == null) {
            return NameFacts.UNKNOWN;
        }
        return NameFacts.parse(
                keys.unwrap(id, dataKey.array()).open(FACTS_COLUMN, id.value().toString(), facts.array()));
    }

    boolean isMasked() {
        return protection != null && !fields.isEmpty();
    }

    /// Opens the name only, and only where it may be shown.
    PersonName name(PersonKeys keys) {
        return isMasked() ? new PersonName(null, protection, true) : nameOf(identity(keys));
    }

    PersonName nameOf(Identity identity) {
        return isMasked()
                ? new PersonName(null, protection, true)
                : new PersonName(identity.names().stream().findFirst().orElse(null), protection, false);
    }

    private static Identity identity(List<Opened> values) {
        String name = null;
        String address = null;
        List<String> aliases = new ArrayList<>();
        List<Identifier> identifiers = new ArrayList<>();
        List<String> telephones = new ArrayList<>();
        for (Opened value : values) {
            switch (value.kind()) {
                case NAME -> name = value.text();
                case ALIAS -> aliases.add(value.text());
                case PERSONAL_NUMBER, COORDINATION_NUMBER, RESERVE_NUMBER ->
                    identifiers.add(new Identifier(value.kind(), value.text()));
                case TELEPHONE -> telephones.add(value.text());
                case ADDRESS -> address = value.text();
            }
        }
        return new Identity(name, aliases, identifiers, telephones, address);
    }
}
