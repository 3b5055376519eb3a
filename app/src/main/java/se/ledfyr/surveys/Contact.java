package se.ledfyr.surveys;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.ledfyr.organisations.OrganisationId;

/// One person whom an organisation met in a year, as answers to a questionnaire.
///
/// @param edition in which the answers were given
/// @param carriedFrom the contact of an earlier year with the same person; null when there is none, and for the
/// platform
/// @param version goes up by one with everything that is written
/// @param sentAt null while it is a draft
/// @param struckAt null while it counts
public record Contact(
        ContactId id,
        OrganisationId organisation,
        int year,
        Edition edition,
        Answers answers,
        @Nullable ContactId carriedFrom,
        int version,
        Instant writtenAt,
        @Nullable Instant sentAt,
        @Nullable Instant struckAt) {

    public SurveyForm form() {
        return edition.form();
    }

    public boolean isSent() {
        return sentAt != null;
    }

    public boolean isStruck() {
        return struckAt != null;
    }

    /// Answers are about a person and stay out of logs.
    @Override
    public String toString() {
        return "Contact[%s, %s]".formatted(id.value(), edition.id());
    }
}
