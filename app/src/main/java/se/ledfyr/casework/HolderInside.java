package se.ledfyr.casework;

import org.jspecify.annotations.Nullable;
import se.ledfyr.organisations.MemberId;

/// Who inside the holding organisation does the work: a colleague, or a duty function that is always staffed.
public sealed interface HolderInside {

    /// The duty function that every organisation has. What a colleague held falls to it when they are
    /// shut out.
    Duty ON_DUTY = new Duty("duty");

    /// A member of the organisation who works with people.
    record Colleague(MemberId member) implements HolderInside {}

    /// A function such as a duty desk. `duty` is the one every organisation has and is shown in the
    /// reader's language; other names are shown as they are written.
    ///
    /// @param name 1-60 characters
    record Duty(String name) implements HolderInside {

        static final int MAX_LENGTH = 60;

        public Duty {
            name = name.strip();
            if (name.isEmpty() || name.length() > MAX_LENGTH) {
                throw new IllegalArgumentException(
                        "A duty function has a name of 1-%d characters".formatted(MAX_LENGTH));
            }
        }

        /// Whether this is the one that every organisation has.
        public boolean isCommon() {
            return equals(ON_DUTY);
        }
    }

    /// The colleague with an id or, where none is named, the common duty function.
    static HolderInside of(@Nullable MemberId member) {
        return member == null ? ON_DUTY : new Colleague(member);
    }
}
