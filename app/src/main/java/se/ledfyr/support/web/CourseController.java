package se.ledfyr.support.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.UUID;
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
import se.ledfyr.programmes.GrantId;
import se.ledfyr.support.ChildGrant;
import se.ledfyr.support.Courses;
import se.ledfyr.support.DayLedger;
import se.ledfyr.support.Deciding;
import se.ledfyr.support.Office;
import se.ledfyr.support.Payer;
import se.ledfyr.support.Period;
import se.ledfyr.support.Phase;

/// Somebody in the programme: days, what follows, children, and the end. For the programme's office alone.
@Controller
@RequestMapping("/support/grants/{id}")
class CourseController {

    private final CourseDesk desk;
    private final Courses courses;
    private final DayLedger days;
    private final Deciding deciding;
    private final Office office;
    private final SupportWordsFor words;

    CourseController(
            CourseDesk desk, Courses courses, DayLedger days, Deciding deciding, Office office, SupportWordsFor words) {
        this.desk = desk;
        this.courses = courses;
        this.days = days;
        this.deciding = deciding;
        this.office = office;
        this.words = words;
    }

    @GetMapping
    @Transactional
    String show(@PathVariable GrantId id, HttpServletRequest request, Model model) {
        office.require();
        Form form = Form.empty(words.of(request));
        form.suggest("first_day", office.today().toString());
        form.suggest("arrives_on", office.today().toString());
        form.suggest("given_on", office.today().toString());
        form.suggest("ended_on", office.today().toString());
        return desk.lay(id, form, request, model);
    }

    @PostMapping("/days")
    String write(
            @PathVariable GrantId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Form form = form(sent, request);
        @Nullable Period period = period(form);
        return new Act(id, form, "first_day", "days", "support.done.days")
                .run(desk, request, model, next, () -> days.write(id, java.util.Objects.requireNonNull(period)));
    }

    @PostMapping("/days/{period}/last")
    String move(
            @PathVariable GrantId id,
            @PathVariable UUID period,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Form form = form(sent, request);
        LocalDate last = form.day("new_last_day");
        return new Act(id, form, "days", "days", "support.done.days")
                .run(desk, request, model, next, () -> days.move(id, period, last));
    }

    @PostMapping("/days/{period}/strike")
    String strike(
            @PathVariable GrantId id,
            @PathVariable UUID period,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        office.require();
        return new Act(id, Form.empty(words.of(request)), "days", "days", "support.done.struck")
                .run(desk, request, model, next, () -> days.strike(id, period));
    }

    @PostMapping("/follow")
    String follow(
            @PathVariable GrantId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Form form = form(sent, request);
        String follows = form.code("follows", "nsp_follows");
        Phase phase = form.one("phase").equals("INTEGRATION") ? Phase.INTEGRATION : Phase.REST;
        LocalDate last = form.day("last_day");
        return new Act(id, form, "follows", "days", "support.done.answered")
                .run(desk, request, model, next, () -> days.answer(id, new DayLedger.Ending(phase, last), follows));
    }

    @PostMapping("/children")
    String addChild(
            @PathVariable GrantId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Form form = form(sent, request);
        String placement = form.code("child_placement", "nsp_child_placement");
        @Nullable
        String region = placement.equals("home_country")
                ? null
                : placement.equals("protected_housing")
                        ? form.code("child_region", "police_region")
                        : form.codeOrNull("child_region", "police_region");
        ChildGrant child = new ChildGrant(
                form.code("child_sex", "sex"), form.code("child_exposure", "exposure"), placement, region);
        return new Act(id, form, "child_sex", "children", "support.done.child")
                .run(desk, request, model, next, () -> deciding.addChild(id, child));
    }

    @PostMapping("/ending")
    String end(
            @PathVariable GrantId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Form form = form(sent, request);
        LocalDate day = form.past("ended_on");
        String outcome = form.code("outcome", "nsp_outcome");
        return new Act(id, form, "ended_on", "main", "support.done.ended")
                .run(desk, request, model, next, () -> courses.end(id, day, outcome));
    }

    private static @Nullable Period period(Form form) {
        Phase phase = form.one("phase").equals("INTEGRATION") ? Phase.INTEGRATION : Phase.REST;
        LocalDate first = form.day("first_day");
        LocalDate last = form.day("last_day");
        boolean beyond = form.one("beyond").equals("true");
        Payer payer = Payer.PROGRAMME;
        @Nullable String why = null;
        if (beyond) {
            String paying = form.code("payer", "day_payer");
            why = form.code("beyond_why", "nsp_beyond_reason");
            payer = form.isRight() ? Payer.valueOf(paying) : Payer.PROGRAMME;
        }
        if (last.isBefore(first)) {
            form.wrong("last_day", "support.error.wrong-way");
        }
        return form.isRight() ? new Period(UUID.randomUUID(), phase, beyond, payer, why, first, last) : null;
    }

    private Form form(MultiValueMap<String, String> sent, HttpServletRequest request) {
        office.require();
        return new Form(sent, words.of(request));
    }
}
