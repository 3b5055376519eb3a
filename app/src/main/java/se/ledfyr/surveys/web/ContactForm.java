package se.ledfyr.surveys.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ledfyr.surveys.Contact;
import se.ledfyr.surveys.SurveyForm;

/// A questionnaire on the screen, with everything that was written in it. Public for the templates alone.
///
/// @param contact null while nothing has been saved
/// @param title of the edition
/// @param reference the organisation's own; empty for none
/// @param why the reason that was written; empty for none
/// @param closed whether the year is closed, so that sending says why
/// @param from id of the own case it is prefilled from; empty for none
/// @param errors what is wrong, by field
/// @param summary the same, each naming its question
/// @param missing questions that are asked and not answered, in words
public record ContactForm(
        @Nullable Contact contact,
        int year,
        SurveyForm form,
        String title,
        List<FormSection> sections,
        String reference,
        String why,
        boolean closed,
        String from,
        Map<String, String> errors,
        Map<String, String> summary,
        List<String> missing) {

    public ContactForm {
        sections = List.copyOf(sections);
        missing = List.copyOf(missing);
    }

    /// Where it is sent to.
    public String action() {
        return contact == null ? "/contacts/new" : "/contacts/" + contact.id().value();
    }

    public boolean isSent() {
        return contact != null && contact.isSent();
    }

    public boolean isStruck() {
        return contact != null && contact.isStruck();
    }

    /// What was written may be about a person.
    @Override
    public String toString() {
        return "ContactForm[" + title + "]";
    }
}
