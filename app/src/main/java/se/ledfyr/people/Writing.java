package se.ledfyr.people;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;

/// Sealing, storing and indexing who somebody is.
@Component
class Writing {

    private final PersonRows rows;
    private final PersonBatch batch;
    private final PersonKeys keys;
    private final KeyRing ring;

    Writing(PersonRows rows, PersonBatch batch, PersonKeys keys, KeyRing ring) {
        this.rows = rows;
        this.batch = batch;
        this.keys = keys;
        this.ring = ring;
    }

    void add(PersonId person, Identity identity, @Nullable Protection protection, NameFacts facts) {
        if (identity.isEmpty()) {
            rows.add(person, null, null, protection);
            return;
        }
        PersonKeys.Fresh fresh = keys.make(person);
        rows.add(person, fresh.wrapped(), sealFacts(fresh.key(), person, facts), protection);
        rows.addFields(person, seal(fresh.key(), values(identity)));
        index(person, identity, facts);
    }

    /// Many at once, in few statements.
    void addAll(List<PersonId> ids, List<NewPerson> people) {
        NameTokens tokens = tokens();
        List<PersonBatch.Row> sealed = new ArrayList<>(people.size());
        for (int i = 0; i < people.size(); i++) {
            sealed.add(seal(ids.get(i), people.get(i), tokens));
        }
        batch.add(sealed);
    }

    private PersonBatch.Row seal(PersonId id, NewPerson person, NameTokens tokens) {
        if (person.identity().isEmpty()) {
            return new PersonBatch.Row(id, null, null, person.protection(), List.of(), List.of());
        }
        PersonKeys.Fresh fresh = keys.make(id);
        return new PersonBatch.Row(
                id,
                fresh.wrapped().array(),
                sealFacts(fresh.key(), id, person.facts()),
                person.protection(),
                seal(fresh.key(), values(person.identity())),
                tokens.stored(person.identity(), person.facts()));
    }

    /// Replaces what differs and keeps the rest untouched.
    ///
    /// @return the kinds of values that were changed
    Set<IdentityKind> change(SealedPerson known, Identity identity, NameFacts facts) {
        List<SealedPerson.Opened> before = known.open(keys);
        List<Value> after = values(identity);
        List<SealedPerson.Opened> gone = before.stream()
                .filter(value -> !after.contains(Value.of(value)))
                .toList();
        List<Value> kept = before.stream().map(Value::of).toList();
        List<Value> fresh =
                after.stream().filter(value -> !kept.contains(value)).toList();
        rows.replaceFields(gone.stream().map(SealedPerson.Opened::row).toList());
        if (!identity.isEmpty()) {
            PersonKey key = keys.findOrMake(known.id());
            rows.addFields(known.id(), seal(key, fresh));
            rows.setFacts(known.id(), sealFacts(key, known.id(), facts));
        }
        index(known.id(), identity, facts);
        Set<IdentityKind> kinds = EnumSet.noneOf(IdentityKind.class);
        gone.forEach(value -> kinds.add(value.kind()));
        fresh.forEach(value -> kinds.add(value.kind()));
        return kinds;
    }

    private void index(PersonId person, Identity identity, NameFacts facts) {
        rows.index(person, tokens().stored(identity, facts));
    }

    private NameTokens tokens() {
        return new NameTokens(
                ring.index().tokensOf(Acting.current().organisation().value()));
    }

    private static byte[] sealFacts(PersonKey key, PersonId person, NameFacts facts) {
        return key.seal(SealedPerson.FACTS_COLUMN, person.value().toString(), facts.text());
    }

    private static List<SealedPerson.Field> seal(PersonKey key, List<Value> values) {
        // One random number and a count: values stay in the order in which they were given.
        UUID base = UUID.randomUUID();
        List<SealedPerson.Field> fields = new ArrayList<>(values.size());
        for (Value value : values) {
            UUID row = new UUID(
                    base.getMostSignificantBits(), (base.getLeastSignificantBits() & ~0xFFFFL) + fields.size());
            byte[] sealed = key.seal(SealedPerson.FIELD_COLUMN, row.toString(), value.text());
            fields.add(new SealedPerson.Field(row, value.kind(), ByteBuffer.wrap(sealed)));
        }
        return fields;
    }

    private static List<Value> values(Identity identity) {
        List<Value> values = new ArrayList<>();
        if (identity.name() != null) {
            values.add(new Value(IdentityKind.NAME, identity.name()));
        }
        identity.aliases().forEach(alias -> values.add(new Value(IdentityKind.ALIAS, alias)));
        identity.identifiers().forEach(number -> values.add(new Value(number.kind(), number.value())));
        identity.telephones().forEach(number -> values.add(new Value(IdentityKind.TELEPHONE, number)));
        if (identity.address() != null) {
            values.add(new Value(IdentityKind.ADDRESS, identity.address()));
        }
        return values;
    }

    /// The names of kinds for the audit log.
    static String list(Set<IdentityKind> kinds) {
        return kinds.stream().map(Enum::name).collect(Collectors.joining(","));
    }

    private record Value(IdentityKind kind, String text) {

        static Value of(SealedPerson.Opened opened) {
            return new Value(opened.kind(), opened.text());
        }

        @Override
        public String toString() {
            return "Value[" + kind + "]";
        }
    }
}
