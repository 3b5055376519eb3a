package se.ledfyr.people;

import org.jspecify.annotations.Nullable;

/// Somebody to be taken into keeping together with others.
///
/// @param identity who they are, as far as it is known
/// @param facts what tells namesakes apart
public record NewPerson(Identity identity, @Nullable Protection protection, NameFacts facts) {

    /// Never who it is.
    @Override
    public String toString() {
        return "NewPerson[…]";
    }
}
