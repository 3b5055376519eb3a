package se.ledfyr.needs;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// That the holder of a case turned to the social services or the children's house for somebody.
///
/// @param child for whom; null for the person of the case
/// @param result code of list `contact_result`
public record Contact(@Nullable ChildId child, Authority authority, String result, LocalDate on) {

    /// Whom every child's case is to be known to, or to be considered for.
    public enum Authority {
        /// The social services answer for every child in the municipality, whatever the child's papers.
        SOCIAL_SERVICES,
        /// The children's house: one place where a child that was exposed to a crime is heard and cared for.
        BARNAHUS
    }
}
