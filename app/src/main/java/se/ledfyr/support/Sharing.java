package se.ledfyr.support;

import java.util.Set;
import se.ledfyr.consent.Basis;
import se.ledfyr.people.FieldGroup;

/// What goes along with an application, sealed for the programme's office.
///
/// @param groups what is shared, at least one
/// @param basis on what
public record Sharing(Set<FieldGroup> groups, Basis basis) {

    public Sharing {
        groups = Set.copyOf(groups);
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("An application is about somebody");
        }
    }
}
