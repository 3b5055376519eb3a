package se.ledfyr.consent.web;

import java.util.List;
import se.ledfyr.consent.Consent;

/// A consent as a page shows it.
///
/// @param facts how it was given
/// @param withdrawn when; empty while it was not
public record ConsentLine(
        String id,
        String purpose,
        String receivers,
        String groups,
        String from,
        String until,
        Consent.State state,
        String css,
        List<Fact> facts,
        String withdrawn) {

    /// Something about a consent.
    ///
    /// @param key of its label
    public record Fact(String key, String value) {

        /// Never the value.
        @Override
        public String toString() {
            return "Fact[" + key + "]";
        }
    }

    /// Says which by id only.
    @Override
    public String toString() {
        return "ConsentLine[" + id + "]";
    }
}
