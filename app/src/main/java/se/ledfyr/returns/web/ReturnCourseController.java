package se.ledfyr.returns.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.returns.Course;
import se.ledfyr.returns.CourseNotes;
import se.ledfyr.returns.Journeys;
import se.ledfyr.returns.NewCost;
import se.ledfyr.returns.ReturnId;

/// What is written down on the way of one return.
@Controller
@RequestMapping("/returns/{id}")
class ReturnCourseController {

    private final ReturnPages pages;
    private final Journeys journeys;
    private final CourseNotes notes;
    private final TermsReader terms;

    ReturnCourseController(ReturnPages pages, Journeys journeys, CourseNotes notes, TermsReader terms) {
        this.pages = pages;
        this.journeys = journeys;
        this.notes = notes;
        this.terms = terms;
    }

    @PostMapping("/journey")
    String journey(
            @PathVariable ReturnId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Acting.require(Right.FOLLOW_RETURNS);
        ReturnForm form = new ReturnForm(sent);
        String what = form.one("do");
        if (what.equals("country")) {
            terms.code(form, "to_country", "country", "returns.error.country");
            return act(
                    id,
                    form,
                    "to_country",
                    request,
                    model,
                    next,
                    each -> journeys.changeCountry(List.of(each), form.one("to_country")));
        }
        BiConsumer<List<ReturnId>, LocalDate> work = dated(what, journeys);
        @Nullable LocalDate day = form.requiredDay(what + "_day").orElse(null);
        return act(id, form, what + "_day", request, model, next, each -> {
            if (day != null) {
                work.accept(List.of(each), day);
            }
        });
    }

    /// What is done with a day for one or for many.
    ///
    /// @throws NotHere for what is nothing
    static BiConsumer<List<ReturnId>, LocalDate> dated(String what, Journeys journeys) {
        return switch (what) {
            case "plan" -> journeys::plan;
            case "depart" -> journeys::depart;
            case "arrive" -> journeys::arrive;
            case "form" -> journeys::completeForm;
            default -> throw new NotHere();
        };
    }

    @PostMapping("/exit")
    String exit(
            @PathVariable ReturnId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Acting.require(Right.FOLLOW_RETURNS);
        ReturnForm form = new ReturnForm(sent);
        String what = form.one("exit");
        @Nullable LocalDate on = form.day("exit_on");
        @Nullable LocalDate until = form.day("exit_until");
        if (until == null && !what.equals("refused")) {
            form.wrong("exit_until", "returns.error.day");
        }
        if (on == null && !what.equals("set")) {
            form.wrong("exit_on", "returns.error.day");
        }
        Consumer<ReturnId> work = switch (what) {
            case "set" -> each -> notes.setExit(each, given(until));
            case "asked" -> each -> notes.askExtension(each, given(on), given(until));
            case "extended" -> each -> notes.answerExtension(each, given(on), given(until));
            case "refused" -> each -> notes.answerExtension(each, given(on), null);
            default -> {
                form.wrong("exit", "returns.error.exit");
                yield each -> {};
            }
        };
        return act(id, form, "exit", request, model, next, work);
    }

    private static LocalDate given(@Nullable LocalDate day) {
        return Optional.ofNullable(day).orElseThrow(NotHere::new);
    }

    @PostMapping("/measures")
    String measure(
            @PathVariable ReturnId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Acting.require(Right.FOLLOW_RETURNS);
        ReturnForm form = new ReturnForm(sent);
        form.required("measure_kind", "returns.error.measure");
        @Nullable LocalDate day = form.requiredDay("measure_day").orElse(null);
        return act(
                id,
                form,
                "measure_kind",
                request,
                model,
                next,
                each -> notes.addMeasure(each, form.one("measure_kind"), given(day)));
    }

    @PostMapping("/escorts")
    String escort(
            @PathVariable ReturnId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Acting.require(Right.FOLLOW_RETURNS);
        ReturnForm form = new ReturnForm(sent);
        form.required("escort_who", "returns.error.escort");
        terms.code(form, "escort_from", "country", "returns.error.country");
        terms.code(form, "escort_to", "country", "returns.error.country");
        @Nullable LocalDate from = form.requiredDay("escort_from_on").orElse(null);
        @Nullable LocalDate to = form.requiredDay("escort_to_on").orElse(null);
        return act(
                id,
                form,
                "escort_who",
                request,
                model,
                next,
                each -> notes.addEscort(
                        each,
                        new Course.Escort(
                                UUID.randomUUID(),
                                form.one("escort_who"),
                                form.one("escort_from"),
                                form.one("escort_to"),
                                given(from),
                                given(to))));
    }

    @PostMapping("/follow-ups")
    String followUp(
            @PathVariable ReturnId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Acting.require(Right.FOLLOW_RETURNS);
        ReturnForm form = new ReturnForm(sent);
        UUID which = form.id("follow_up").orElseThrow(NotHere::new);
        form.required("way", "returns.error.way");
        @Nullable LocalDate held = form.requiredDay("held_on").orElse(null);
        return act(
                id,
                form,
                "way",
                request,
                model,
                next,
                each -> notes.holdFollowUp(
                        each,
                        new Course.FollowUp(
                                which,
                                "",
                                given(held),
                                held,
                                form.one("way"),
                                ReturnForm.orNull(form.one("contentment")),
                                ReturnForm.orNull(form.one("success")))));
    }

    @PostMapping("/costs")
    String cost(
            @PathVariable ReturnId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Acting.require(Right.FOLLOW_RETURNS);
        ReturnForm form = new ReturnForm(sent);
        Optional<NewCost> cost = terms.cost(form, "cost_", 1);
        return act(
                id,
                form,
                "cost_what",
                request,
                model,
                next,
                each -> cost.ifPresent(line -> journeys.addCost(each, line)));
    }

    @PostMapping("/removal")
    String remove(
            @PathVariable ReturnId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Acting.require(Right.FOLLOW_RETURNS);
        ReturnForm form = new ReturnForm(sent);
        UUID line = form.id("line").orElseThrow(NotHere::new);
        Consumer<ReturnId> work = switch (form.one("what")) {
            case "measure" -> each -> notes.removeMeasure(each, line);
            case "escort" -> each -> notes.removeEscort(each, line);
            case "cost" -> each -> journeys.removeCost(each, line);
            default -> throw new NotHere();
        };
        return act(id, form, "what", request, model, next, work);
    }

    private String act(
            ReturnId id,
            ReturnForm form,
            String field,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next,
            Consumer<ReturnId> work) {
        return pages.act(new ReturnPages.Asked(id, form, field, request), work, model, next);
    }
}
