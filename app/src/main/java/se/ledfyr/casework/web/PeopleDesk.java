package se.ledfyr.casework.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import se.ledfyr.casework.AlreadyRegistered;
import se.ledfyr.casework.Event;
import se.ledfyr.casework.EventPeople;
import se.ledfyr.casework.PersonInEvent;
import se.ledfyr.codes.Codes;
import se.ledfyr.pages.Languages;
import se.ledfyr.pages.Texts;

/// What the grid and the phone view have in common: reading people, asking about doubles, saving all or none.
@Component
class PeopleDesk {

    private final EventPeople eventPeople;
    private final Codes codes;
    private final Languages languages;
    private final Clock clock;

    PeopleDesk(EventPeople eventPeople, Codes codes, Languages languages, Clock clock) {
        this.eventPeople = eventPeople;
        this.codes = codes;
        this.languages = languages;
        this.clock = clock;
    }

    /// What came of trying to save.
    enum Outcome {
        /// Everything was saved.
        SAVED,
        /// Everything was to be skipped, and so was.
        SKIPPED,
        /// Somebody must say who is who; the model holds the questions.
        ASKED
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    PeopleForm read(FormValues values, Event event) {
        return PeopleForm.read(values, event, codes.book(), today());
    }

    /// Saves a form that is right, or puts the questions into the model.
    Outcome save(PeopleForm form, FormValues values, Event event, HttpServletRequest request, Model model) {
        Review review = Review.of(form, values, eventPeople);
        boolean twice = review.namesOnePersonTwice();
        if (review.isDecided() && !twice) {
            List<PersonInEvent> people = review.people();
            try {
                eventPeople.register(event.id(), form.day(), people);
                return people.isEmpty() ? Outcome.SKIPPED : Outcome.SAVED;
            } catch (AlreadyRegistered meanwhile) {
                review = Review.of(form, values, eventPeople);
            }
        }
        show(model, event, values, request);
        model.addAttribute("questions", review.questions());
        model.addAttribute("errors", undecided(review, twice, values, languages.of(request)));
        return Outcome.ASKED;
    }

    void show(Model model, Event event, FormValues values, HttpServletRequest request) {
        model.addAttribute("event", event);
        model.addAttribute("values", values);
        model.addAttribute("choices", choices(values, request));
    }

    Choices choices(FormValues values, HttpServletRequest request) {
        return new Choices(codes.book(), today(), languages.of(request).language(), values);
    }

    /// What is wrong, each with the number of its row in front.
    Map<String, String> worded(FormErrors errors, HttpServletRequest request) {
        Texts texts = languages.of(request);
        Map<String, String> worded = new LinkedHashMap<>();
        errors.in(texts).forEach((id, message) -> worded.put(id, rowed(id, message, texts)));
        return worded;
    }

    /// The same for one person alone: no row in front, so the sentence begins with a capital.
    Map<String, String> plainlyWorded(FormErrors errors, HttpServletRequest request) {
        Texts texts = languages.of(request);
        Map<String, String> worded = new LinkedHashMap<>();
        errors.in(texts)
                .forEach((id, message) ->
                        worded.put(id, message.substring(0, 1).toUpperCase(texts.language()) + message.substring(1)));
        return worded;
    }

    private static String rowed(String id, String message, Texts texts) {
        return id.matches("r[0-9]+-.*")
                ? texts.get("casework.event.error.in-row", id.substring(1, id.indexOf('-')), message)
                : message;
    }

    /// Nobody is reproached for not having answered what they had not been asked yet.
    private static Map<String, String> undecided(Review review, boolean twice, FormValues values, Texts texts) {
        FormErrors errors = new FormErrors();
        for (RowQuestion question : review.questions()) {
            if (values.isChosen("do", "decide") && !question.isDecided()) {
                errors.add(question.field(), "casework.event.error.decide", Integer.toString(question.number()));
            }
        }
        if (twice) {
            errors.add(review.questions().getFirst().field(), "casework.event.error.twice");
        }
        return errors.in(texts);
    }
}
