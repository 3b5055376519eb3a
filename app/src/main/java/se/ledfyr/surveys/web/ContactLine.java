package se.ledfyr.surveys.web;

import org.jspecify.annotations.Nullable;
import se.ledfyr.surveys.Contact;

/// One contact in a list. Public for the templates alone.
///
/// @param reference the organisation's own; null for none
/// @param exposure in words; empty while it is not answered
/// @param unanswered how many questions that are asked have no answer
public record ContactLine(Contact contact, @Nullable String reference, String exposure, int unanswered) {

    /// What was written may be about a person.
    @Override
    public String toString() {
        return contact.toString();
    }
}
