package se.ledfyr.consent.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.ledfyr.consent.Notice;
import se.ledfyr.consent.Notices;

/// Adults who said no, counted without a name.
@Controller
@RequestMapping("/consultations/declined")
class NoticeController {

    private final NamelessPages<Notice> pages;

    NoticeController(Notices notices, Forms forms) {
        pages = new NamelessPages<>(
                forms,
                new NamelessPages.Names(
                        "/consultations/declined",
                        "consent/notices",
                        "consent/notice-form",
                        "met_on",
                        "consent.notice.done"),
                notices::list,
                NoticeController::read,
                notices::add,
                notices::remove);
    }

    @GetMapping
    String list(HttpServletRequest request, Model model) {
        return pages.list(request, model);
    }

    @GetMapping("/new")
    String blank(HttpServletRequest request, Model model) {
        return pages.blank(request, model);
    }

    @PostMapping("/new")
    String add(
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        return pages.add(sent, request, model, next);
    }

    @PostMapping("/{id}/removal")
    String remove(@PathVariable UUID id, @RequestParam String why, RedirectAttributes next) {
        return pages.remove(id, why, next);
    }

    private static Optional<Notice> read(SentForm form) {
        LocalDate day = form.pastDay("met_on");
        if (!form.one("adult").equals("yes")) {
            form.wrong("adult", "consent.notice.error.adult");
        }
        String region = form.code("region", "police_region");
        String referredBy = form.code("referred_by", "referred_by");
        String sex = form.code("sex", "sex");
        String citizenship = form.optional("citizenship", "country");
        String about = form.optional("form", "exploitation_form");
        String sector = form.optional("sector", "sector_setting");
        SortedSet<String> declined = form.codes("declined", "notice_declined");
        String informed = form.one("informed");
        if (!informed.equals("yes") && !informed.equals("no")) {
            form.wrong("informed", "consent.error.choose");
        }
        if (!form.errors().isEmpty() || day == null) {
            return Optional.empty();
        }
        return Optional.of(new Notice(
                UUID.randomUUID(),
                day,
                region,
                sex,
                citizenship,
                about,
                sector,
                referredBy,
                declined,
                informed.equals("yes")));
    }
}
