package se.ledfyr.surveys.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.pages.Languages;
import se.ledfyr.surveys.Contact;
import se.ledfyr.surveys.ContactFilter;
import se.ledfyr.surveys.ContactId;
import se.ledfyr.surveys.Contacts;
import se.ledfyr.surveys.Edition;
import se.ledfyr.surveys.Editions;
import se.ledfyr.surveys.OwnWays;
import se.ledfyr.surveys.Questionnaire;
import se.ledfyr.surveys.SurveyForm;
import se.ledfyr.surveys.SurveyYears;

/// The own contacts of a year, and those of the year before that go on.
@Controller
@RequestMapping("/contacts")
class ContactListController {

    private static final int A_PAGE = 50;
    private static final int MOST_AT_ONCE = 200;

    /// So many of last year's stand in the list of each questionnaire; the next come when these are carried over.
    private static final int MOST_SHOWN = 60;

    /// Among so many those are looked for that were chosen: others may have been written meanwhile.
    private static final int MOST_LOOKED_FOR = 1_000;

    private static final int MOST_PAGES = 100_000;

    private final Contacts contacts;
    private final SurveyYears years;
    private final Editions editions;
    private final OwnWays ways;
    private final Desk desk;
    private final Languages languages;

    ContactListController(
            Contacts contacts, SurveyYears years, Editions editions, OwnWays ways, Desk desk, Languages languages) {
        this.contacts = contacts;
        this.years = years;
        this.editions = editions;
        this.ways = ways;
        this.desk = desk;
        this.languages = languages;
    }

    @GetMapping
    @Transactional
    String list(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "false") boolean struck,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            Model model) {
        desk.requireMember();
        int shown = desk.year(year);
        if (page < 1 || page > MOST_PAGES) {
            throw new NotHere();
        }
        ContactFilter all = new ContactFilter(shown, null, null, struck);
        Locale language = languages.of(request).language();
        model.addAttribute("lines", lines(contacts.list(all, (page - 1) * A_PAGE, A_PAGE), language));
        model.addAttribute("all", contacts.count(all));
        model.addAttribute("sent", contacts.count(ContactFilter.sent(shown)));
        model.addAttribute("at", page);
        model.addAttribute("pageSize", A_PAGE);
        model.addAttribute("struck", struck);
        model.addAttribute("year", shown);
        model.addAttribute("years", years.list());
        model.addAttribute("closed", years.closedAt(shown).orElse(null));
        boolean writes = Acting.current().may(Right.WORK_WITH_PEOPLE);
        model.addAttribute("writes", writes);
        List<Contact> carriable = writes && page == 1 ? carriable(shown, MOST_SHOWN) : List.of();
        model.addAttribute("carriable", lines(carriable, language));
        model.addAttribute("moreToCarry", carriable.size() >= MOST_SHOWN);
        return "surveys/contacts";
    }

    /// Several people of the year before at once, each a draft of its own.
    @PostMapping("/carry-over")
    @Transactional
    String carryOver(
            @RequestParam int year, @RequestParam(defaultValue = "") List<String> id, RedirectAttributes next) {
        desk.requireWriter();
        List<ContactId> wanted = carriable(desk.year(year), MOST_LOOKED_FOR).stream()
                .map(Contact::id)
                .filter(each -> id.contains(each.value().toString()))
                .limit(MOST_AT_ONCE)
                .toList();
        wanted.forEach(contacts::carryOver);
        next.addFlashAttribute(
                wanted.isEmpty() ? "bad" : "notice",
                wanted.isEmpty() ? "contacts.carry.none-chosen" : "contacts.carried");
        return "redirect:/contacts?year=" + year + (wanted.isEmpty() ? "#carry" : "");
    }

    private List<Contact> carriable(int year, int most) {
        List<Contact> found = new ArrayList<>();
        for (SurveyForm form : SurveyForm.values()) {
            if (editions.current(form, year).isPresent()) {
                found.addAll(contacts.listCarriable(form, year, most));
            }
        }
        return found;
    }

    private List<ContactLine> lines(List<Contact> found, Locale language) {
        Map<ContactId, String> references =
                ways.references(found.stream().map(Contact::id).toList());
        Map<Edition, Questionnaire> questionnaires = new HashMap<>();
        Map<String, String> exposures = exposures(found, language);
        return found.stream()
                .map(contact -> {
                    Questionnaire asked = questionnaires.computeIfAbsent(contact.edition(), contacts::questionnaire);
                    String exposure = contact.answers().codes("exposure").stream()
                            .map(code -> exposures.getOrDefault(code, code))
                            .findFirst()
                            .orElse("");
                    return new ContactLine(contact, references.get(contact.id()), exposure, unanswered(asked, contact));
                })
                .toList();
    }

    private Map<String, String> exposures(List<Contact> found, Locale language) {
        Map<String, String> exposures = new LinkedHashMap<>();
        found.stream()
                .map(Contact::edition)
                .distinct()
                .map(contacts::questionnaire)
                .forEach(asked -> asked.edition().find("exposure").stream()
                        .flatMap(question -> asked.choices(question, language).stream())
                        .forEach(choice -> exposures.put(choice.code(), choice.label())));
        return exposures;
    }

    private static int unanswered(Questionnaire asked, Contact contact) {
        return (int) asked.edition().questions().stream()
                .filter(question ->
                        !contact.answers().has(question.key()) && asked.isShown(question, contact.answers()))
                .count();
    }
}
