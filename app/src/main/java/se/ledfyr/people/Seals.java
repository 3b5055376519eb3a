package se.ledfyr.people;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;

/// Sealing what other modules write about a person, with that person's own key. When the key is destroyed, this
/// becomes unreadable together with the name.
///
/// Nothing is noted in the audit log here: the caller notes what it reads and changes.
@Service
@Transactional
public class Seals {

    private final PersonKeys keys;

    Seals(PersonKeys keys) {
        this.keys = keys;
    }

    /// Seals a text for one place; it opens nowhere else.
    ///
    /// @param column schema, table and column, such as `casework.registration.note`
    /// @param rowId what names the row, never to change
    /// @throws NotHere when there is no such person, or everything about them was erased
    public byte[] seal(PersonId person, String column, String rowId, String text) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return keys.findOrMake(person).seal(column, rowId, text);
    }

    /// Opens what [#seal] made; empty when the person's key has been destroyed.
    ///
    /// @throws NotHere when there is no such person
    /// @throws SealBroken when the bytes were sealed for another place or have been altered
    public Optional<String> open(PersonId person, String column, String rowId, byte[] sealed) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return keys.find(person).map(key -> key.open(column, rowId, sealed));
    }
}
