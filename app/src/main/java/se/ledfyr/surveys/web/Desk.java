package se.ledfyr.surveys.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.pages.Languages;
import se.ledfyr.pages.Option;
import se.ledfyr.pages.Texts;
import se.ledfyr.surveys.Answers;
import se.ledfyr.surveys.Contact;
import se.ledfyr.surveys.ContactFilter;
import se.ledfyr.surveys.Contacts;
import se.ledfyr.surveys.Edition;
import se.ledfyr.surveys.Fault;
import se.ledfyr.surveys.GroupCases;
import se.ledfyr.surveys.OwnWays;
import se.ledfyr.surveys.Participants;
import se.ledfyr.surveys.Questionnaire;
import se.ledfyr.surveys.SurveyForm;
import se.ledfyr.surveys.SurveyYears;

/// Puts questionnaires on the screen, for members of the platform.
@Component
class Desk {

    private static final int MOST_ADULTS = 500;

    private final Contacts contacts;
    private final OwnWays ways;
    private final GroupCases groups;
    private final SurveyYears years;
    private final Participants participants;
    private final Languages languages;

    Desk(
            Contacts contacts,
            OwnWays ways,
            GroupCases groups,
            SurveyYears years,
            Participants participants,
            Languages languages) {
        this.contacts = contacts;
        this.ways = ways;
        this.groups = groups;
        this.years = years;
        this.participants = participants;
        this.languages = languages;
    }

    /// What a form looks like: the answers in it, what is wrong, and what stands beside the questions.
    ///
    /// @param contact null while nothing has been saved
    /// @param marks by question, in words
    /// @param wrong what could not be read or kept, message keys by field
    record Written(
            @Nullable Contact contact,
            Edition edition,
            Answers answers,
            String reference,
            String why,
            String from,
            Map<String, String> marks,
            Map<String, String> wrong,
            List<Fault> faults) {

        static Written begun(Edition edition, Answers answers, String from, Map<String, String> marks) {
            return new Written(null, edition, answers, "", "", from, marks, Map.of(), List.of());
        }

        static Written of(Contact contact, String reference, List<Fault> faults) {
            return new Written(
                    contact, contact.edition(), contact.answers(), reference, "", "", Map.of(), Map.of(), faults);
        }

        static Written sent(
                @Nullable Contact contact,
                Edition edition,
                Sent sent,
                MultiValueMap<String, String> fields,
                Map<String, String> wrong,
                List<Fault> faults) {
            return new Written(
                    contact,
                    edition,
                    sent.answers(),
                    one(fields, "reference"),
                    one(fields, "why"),
                    one(fields, "from"),
                    Map.of(),
                    wrong,
                    faults);
        }
    }

    /// @throws NotHere for whoever writes nothing down for a member of the platform
    void requireWriter() {
        Acting.require(Right.WORK_WITH_PEOPLE);
        requireMember();
    }

    /// @throws NotHere for whoever does not belong to a member of the platform
    void requireMember() {
        Acting.require(Right.READ_FACTS);
        if (participants.ownLabel().isEmpty()) {
            throw new NotHere();
        }
    }

    /// The year that is shown when nobody chose one: the last there is a questionnaire for.
    int year(@Nullable Integer chosen) {
        List<Integer> all = years.list();
        if (chosen == null) {
            return all.stream().findFirst().orElseThrow(NotHere::new);
        }
        if (!all.contains(chosen)) {
            throw new NotHere();
        }
        return chosen;
    }

    ContactForm form(Written written, HttpServletRequest request) {
        Texts texts = languages.of(request);
        Edition edition = written.edition();
        Questionnaire questionnaire = contacts.questionnaire(edition);
        Drawing plain = drawing(questionnaire, written, texts, Map.of());
        Map<String, String> errors = errors(written, plain);
        List<String> missing = edition.questions().stream()
                .filter(question ->
                        !written.answers().has(question.key()) && questionnaire.isShown(question, written.answers()))
                .map(question -> question.wording().in(texts.language()))
                .toList();
        return new ContactForm(
                written.contact(),
                edition.year(),
                edition.form(),
                edition.title().in(texts.language()),
                drawing(questionnaire, written, texts, errors).sections(),
                written.reference(),
                written.why(),
                years.isClosed(edition.year()),
                written.from(),
                errors,
                summary(errors, plain),
                missing);
    }

    private Drawing drawing(Questionnaire questionnaire, Written written, Texts texts, Map<String, String> errors) {
        Edition edition = questionnaire.edition();
        return new Drawing(
                questionnaire,
                written.answers(),
                texts,
                groups.list(edition.year()),
                edition.form() == SurveyForm.CHILD ? adults(edition.year(), texts) : List.of(),
                written.marks(),
                errors);
    }

    private static Map<String, String> errors(Written written, Drawing drawing) {
        Map<String, String> errors = new LinkedHashMap<>();
        written.wrong()
                .forEach((field, key) -> errors.put(field, drawing.texts().get(key)));
        FaultWords.of(written.faults(), drawing).forEach(errors::putIfAbsent);
        return errors;
    }

    private static Map<String, String> summary(Map<String, String> errors, Drawing drawing) {
        Map<String, String> summary = new LinkedHashMap<>();
        errors.forEach((field, words) -> summary.put(field, named(field, drawing) + words));
        return summary;
    }

    /// What stands in front of what is wrong: the question, where it is one.
    private static String named(String field, Drawing drawing) {
        if (drawing.questionnaire().edition().find(field).isEmpty()) {
            return "";
        }
        String wording = drawing.wording(field);
        return wording + (wording.endsWith("?") ? " " : ": ");
    }

    /// Own adults a child can belong to, under the own reference or else the day they were written down.
    private List<Option> adults(int year, Texts texts) {
        List<Contact> adults = contacts.list(ContactFilter.of(year, SurveyForm.ADULT), 0, MOST_ADULTS);
        Map<se.ledfyr.surveys.ContactId, String> references =
                ways.references(adults.stream().map(Contact::id).toList());
        return adults.stream()
                .map(adult -> new Option(
                        adult.id().value().toString(),
                        references.getOrDefault(
                                adult.id(), texts.get("contacts.written", texts.moment(adult.writtenAt()))),
                        false))
                .toList();
    }

    static String one(MultiValueMap<String, String> fields, String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value.strip();
    }
}
