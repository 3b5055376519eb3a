package se.ledfyr.handover;

import java.util.Set;
import se.ledfyr.consent.Basis;
import se.ledfyr.people.FieldGroup;

/// What goes along with an offer, and on what ground it may.
///
/// @param purpose a code of `share_purpose`
/// @param groups at least one
public record Along(String purpose, Set<FieldGroup> groups, Basis basis) {

    public Along {
        groups = Set.copyOf(groups);
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("Something goes along or nothing does");
        }
    }

    /// Without the reason.
    @Override
    public String toString() {
        return "Along" + groups;
    }
}
