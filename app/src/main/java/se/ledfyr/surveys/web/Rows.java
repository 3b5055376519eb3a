package se.ledfyr.surveys.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.ledfyr.codes.CodeBook;
import se.ledfyr.pages.Texts;
import se.ledfyr.surveys.Answer;
import se.ledfyr.surveys.Contact;
import se.ledfyr.surveys.Contacts;
import se.ledfyr.surveys.Edition;
import se.ledfyr.surveys.Editions;
import se.ledfyr.surveys.InformalNotes;
import se.ledfyr.surveys.Question;
import se.ledfyr.surveys.Questionnaire;
import se.ledfyr.surveys.Questionnaire.Choice;
import se.ledfyr.surveys.SurveyForm;

/// Answers in words, for the rows the platform reads. Public for the templates alone.
public final class Rows {

    private final Contacts contacts;
    private final Editions editions;
    private final CodeBook codes;
    private final Texts texts;
    private final Map<Edition, Questionnaire> questionnaires = new HashMap<>();
    private final Map<Question, Map<String, String>> labels = new HashMap<>();

    Rows(Contacts contacts, Editions editions, CodeBook codes, Texts texts) {
        this.contacts = contacts;
        this.editions = editions;
        this.codes = codes;
        this.texts = texts;
    }

    /// What was answered to a question: a dash for not asked, and words for not known.
    public String answer(Contact contact, String key) {
        Question question = contact.edition().find(key).orElse(null);
        Answer answer = contact.answers().by().get(key);
        if (question == null || answer == null) {
            return "–";
        }
        return switch (answer) {
            case Answer.NotKnown _ -> texts.get("contacts.not-known");
            case Answer.YesNo(boolean yes) -> texts.get(yes ? "contacts.yes" : "contacts.no");
            case Answer.Codes codes -> words(contact.edition(), question, List.copyOf(codes.codes()));
            case Answer.Number _, Answer.Slug _, Answer.Link _ -> answer.text();
        };
    }

    /// What a question of a year says, in its last edition that asks it.
    public String wording(SurveyForm form, int year, String key) {
        return lastThatAsks(form, year, key)
                .flatMap(edition -> edition.find(key))
                .map(this::wording)
                .orElse(key);
    }

    /// The last revision of a year that asks a question; one of the middle of the year may ask it no longer.
    private Optional<Edition> lastThatAsks(SurveyForm form, int year, String key) {
        return editions.list().reversed().stream()
                .filter(edition -> edition.form() == form && edition.year() == year)
                .filter(edition -> edition.find(key).isPresent())
                .findFirst();
    }

    /// An answer that is kept among the changes, in words.
    ///
    /// @param kept codes joined by `;`, a number, `?` for not known; null for not asked
    public String value(SurveyForm form, int year, String key, @Nullable String kept) {
        if (kept == null) {
            return "–";
        }
        if (kept.equals(Sent.NOT_KNOWN)) {
            return texts.get("contacts.not-known");
        }
        return lastThatAsks(form, year, key)
                .flatMap(edition -> edition.find(key)
                        .filter(question -> question.type().isCoded())
                        .map(question -> words(edition, question, List.of(kept.split(";")))))
                .orElse(yesNo(kept));
    }

    private String yesNo(String kept) {
        return switch (kept) {
            case "true" -> texts.get("contacts.yes");
            case "false" -> texts.get("contacts.no");
            default -> kept;
        };
    }

    /// What a question says, in the edition of a contact.
    public String wording(Contact contact, String key) {
        return contact.edition().find(key).map(this::wording).orElse(key);
    }

    private String wording(Question question) {
        return question.wording().in(texts.language());
    }

    /// All questions of a contact with answers, for reading the whole row.
    public List<Question> answered(Contact contact) {
        return contact.edition().questions().stream()
                .filter(question -> contact.answers().has(question.key()))
                .toList();
    }

    /// How many people an informal note tells of: one number or a band.
    public String people(InformalNotes.Told told) {
        return told.low() == told.high()
                ? texts.count("contacts.people", told.low())
                : texts.get("contacts.people.band", texts.number(told.low()), texts.number(told.high()));
    }

    /// The forms of exploitation it tells of.
    public String forms(InformalNotes.Told told) {
        return told.forms().stream()
                .map(form -> codes.label("exploitation_form", form, texts.language()))
                .collect(Collectors.joining(", "));
    }

    private String words(Edition edition, Question question, List<String> codes) {
        Map<String, String> known = labels.computeIfAbsent(
                question,
                asked ->
                        questionnaires
                                .computeIfAbsent(edition, contacts::questionnaire)
                                .choices(asked, texts.language())
                                .stream()
                                .collect(Collectors.toMap(Choice::code, Choice::label, (one, other) -> one)));
        return codes.stream().map(code -> label(known, code)).collect(Collectors.joining(", "));
    }

    private static String label(Map<String, String> known, @Nullable String code) {
        return known.getOrDefault(String.valueOf(code), String.valueOf(code));
    }
}
