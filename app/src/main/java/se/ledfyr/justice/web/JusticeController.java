package se.ledfyr.justice.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.ledfyr.casework.CaseId;
import se.ledfyr.justice.LegalHelp;
import se.ledfyr.justice.NewStatus;
import se.ledfyr.justice.Reports;

/// The legal process of one case: what is written, that no report was made, and rights.
@Controller
@RequestMapping("/cases/{id}/justice")
class JusticeController {

    private static final int MOST_WHY = 500;

    private final Reports reports;
    private final LegalHelp help;
    private final LegalPage page;
    private final LegalWords words;

    JusticeController(Reports reports, LegalHelp help, LegalPage page, LegalWords words) {
        this.reports = reports;
        this.help = help;
        this.page = page;
        this.words = words;
    }

    @GetMapping
    @Transactional
    String show(@PathVariable CaseId id, HttpServletRequest request, Model model) {
        return page.show(id, Form.blank(words.texts(request)), request, model);
    }

    @PostMapping("/without-report")
    String without(
            @PathVariable CaseId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        page.file(id);
        Words reader = words.reader(request);
        Form form = new Form(sent, words.texts(request));
        NewStatus status = read(form, reader);
        if (status == null) {
            return page.show(id, form, request, model);
        }
        reports.set(id, null, status);
        next.addFlashAttribute("notice", "justice.saved");
        return LegalPage.back(id, "reports");
    }

    @PostMapping("/without-report/back")
    String takeBack(@PathVariable CaseId id, RedirectAttributes next) {
        reports.takeBack(id, null, "taken back");
        next.addFlashAttribute("notice", "justice.taken-back");
        return LegalPage.back(id, "reports");
    }

    @PostMapping("/rights")
    String rights(
            @PathVariable CaseId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            RedirectAttributes next) {
        Words reader = words.reader(request);
        Form form = new Form(sent, words.texts(request));
        Map<String, String> answers = new LinkedHashMap<>();
        reader.of("legal_right", null).forEach(right -> {
            String answer = form.one("right_" + right.value());
            if (LegalHelp.ANSWERS.contains(answer)) {
                answers.put(right.value(), answer);
            }
        });
        help.answerRights(id, answers);
        next.addFlashAttribute("notice", "justice.rights.saved");
        return LegalPage.back(id, "rights");
    }

    private static @Nullable NewStatus read(Form form, Words words) {
        String status = form.one("without_status");
        if (!status.equals("no_report_made") && !status.equals("unknown_outcome")) {
            form.wrong("without_status", "justice.error.choose");
        }
        LocalDate since = form.past("without_since", true, words.today());
        String reason =
                status.equals("no_report_made") ? form.codeIfAny("without_reason", "no_report_reason", words) : null;
        String why = form.text("without_why", MOST_WHY, false);
        return form.isRight() && since != null ? new NewStatus(status, since, null, null, reason, why, null) : null;
    }
}
