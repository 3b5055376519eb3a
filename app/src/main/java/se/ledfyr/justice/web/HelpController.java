package se.ledfyr.justice.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.ledfyr.access.NotHere;
import se.ledfyr.casework.CaseId;
import se.ledfyr.justice.Compensation;
import se.ledfyr.justice.Counsel;
import se.ledfyr.justice.LegalHelp;

/// Asking for counsel and for money, and what came of it.
@Controller
@RequestMapping("/cases/{id}/justice")
class HelpController {

    private final LegalHelp help;
    private final LegalPage page;
    private final LegalWords words;

    HelpController(LegalHelp help, LegalPage page, LegalWords words) {
        this.help = help;
        this.page = page;
        this.words = words;
    }

    @PostMapping("/counsel")
    String askCounsel(
            @PathVariable CaseId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        page.file(id);
        Words reader = words.reader(request);
        Form form = new Form(sent, words.texts(request));
        String kind = form.code("counsel_kind", "counsel_kind", reader);
        LocalDate asked = form.past("counsel_asked_on", true, reader.today());
        String name = form.text("counsel_name", Counsel.MAX_NAME, false);
        if (!form.isRight() || asked == null) {
            return page.show(id, form, request, model);
        }
        help.askCounsel(id, kind, name, asked);
        next.addFlashAttribute("notice", "justice.saved");
        return LegalPage.back(id, "counsel");
    }

    @PostMapping("/counsel/{counsel}")
    String changeCounsel(
            @PathVariable CaseId id,
            @PathVariable UUID counsel,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Counsel before = help.counsel(id).stream()
                .filter(one -> one.id().equals(counsel))
                .findFirst()
                .orElseThrow(NotHere::new);
        Form form = new Form(sent, words.texts(request));
        if (form.one("do").equals("strike")) {
            help.strikeCounsel(id, counsel);
        } else {
            LocalDate on = form.past("counsel_on", true, words.reader(request).today());
            LocalDate first = before.answeredOn() == null ? before.askedOn() : before.answeredOn();
            if (on != null && on.isBefore(first)) {
                form.wrong("counsel_on", "justice.error.before", first.toString());
            }
            if (!form.isRight() || on == null) {
                return page.show(id, form, request, model);
            }
            switch (form.one("do")) {
                case "appointed" -> help.answerCounsel(id, counsel, Counsel.Answer.APPOINTED, on);
                case "refused" -> help.answerCounsel(id, counsel, Counsel.Answer.REFUSED, on);
                case "ended" -> help.endCounsel(id, counsel, on);
                default -> throw new NotHere();
            }
        }
        next.addFlashAttribute("notice", "justice.saved");
        return LegalPage.back(id, "counsel");
    }

    @PostMapping("/compensation")
    String askMoney(
            @PathVariable CaseId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        page.file(id);
        Words reader = words.reader(request);
        Form form = new Form(sent, words.texts(request));
        String kind = form.code("money_kind", "compensation_kind", reader);
        LocalDate asked = form.past("money_asked_on", true, reader.today());
        Long ore = form.ore("money_asked", false);
        LocalDate expected = form.day("money_expected_on", false);
        if (!form.isRight() || asked == null) {
            return page.show(id, form, request, model);
        }
        help.askMoney(id, kind, asked, ore, expected);
        next.addFlashAttribute("notice", "justice.saved");
        return LegalPage.back(id, "compensation");
    }

    @PostMapping("/compensation/{compensation}")
    String decideMoney(
            @PathVariable CaseId id,
            @PathVariable UUID compensation,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Compensation before = help.compensations(id).stream()
                .filter(one -> one.id().equals(compensation))
                .findFirst()
                .orElseThrow(NotHere::new);
        Form form = new Form(sent, words.texts(request));
        if (form.one("do").equals("strike")) {
            help.strikeMoney(id, compensation);
        } else {
            Words reader = words.reader(request);
            String decision = form.code("money_decision", "compensation_decision", reader);
            if (decision.equals(Compensation.WAITING)) {
                form.wrong("money_decision", "justice.error.choose");
            }
            LocalDate on = form.past("money_decided_on", true, reader.today());
            if (on != null && on.isBefore(before.askedOn())) {
                form.wrong(
                        "money_decided_on",
                        "justice.error.before",
                        before.askedOn().toString());
            }
            Long ore = form.ore("money_decided", false);
            if (ore != null && !decision.equals("granted") && !decision.equals("partly")) {
                form.wrong("money_decided", "justice.error.nothing-granted");
            }
            if (!form.isRight() || on == null) {
                return page.show(id, form, request, model);
            }
            help.decideMoney(id, compensation, decision, on, ore);
        }
        next.addFlashAttribute("notice", "justice.saved");
        return LegalPage.back(id, "compensation");
    }
}
