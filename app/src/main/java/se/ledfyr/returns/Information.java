package se.ledfyr.returns;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/// What somebody was told about the conditions of the programme before they applied.
///
/// @param about codes of `return_information`; at least one
/// @param language a code of `language`
/// @param interpreter a code of `interpreter`
public record Information(LocalDate on, Set<String> about, String language, String interpreter) {

    public Information {
        about = Collections.unmodifiableSet(new TreeSet<>(about));
        if (about.isEmpty() || language.isEmpty() || interpreter.isEmpty()) {
            throw new IllegalArgumentException("Who applies has been told what applies, in a language");
        }
    }
}
