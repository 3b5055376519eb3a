package se.ledfyr.people;

import org.jspecify.annotations.Nullable;

/// What a list may show for a person.
///
/// @param text the name or else the first alias; null when none is known and when it is masked
/// @param protection the form of protected identity, if any
/// @param masked whether there is something that is not shown
public record PersonName(@Nullable String text, @Nullable Protection protection, boolean masked) {

    static final PersonName UNKNOWN = new PersonName(null, null, false);

    public PersonName {
        if (masked && text != null) {
            throw new IllegalArgumentException("A masked name is not shown");
        }
    }

    /// Never the name.
    @Override
    public String toString() {
        return "PersonName[masked=" + masked + "]";
    }
}
