package se.ledfyr.returns.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.returns.Admitting;
import se.ledfyr.returns.GroupFile;
import se.ledfyr.returns.GroupId;
import se.ledfyr.returns.Journeys;
import se.ledfyr.returns.NewCost;
import se.ledfyr.returns.Return;
import se.ledfyr.returns.ReturnId;
import se.ledfyr.returns.Returns;
import se.ledfyr.returns.RowFault;

/// Those who go together on one page: decisions, departures, arrivals and forms for many at once, the plan of costs.
@Controller
@RequestMapping("/returns/groups/{id}")
class ReturnGroupController {

    private final Returns returns;
    private final Admitting admitting;
    private final Journeys journeys;
    private final TermsReader terms;
    private final WordMaker words;

    ReturnGroupController(Returns returns, Admitting admitting, Journeys journeys, TermsReader terms, WordMaker words) {
        this.returns = returns;
        this.admitting = admitting;
        this.journeys = journeys;
        this.terms = terms;
        this.words = words;
    }

    @GetMapping
    @Transactional
    String show(
            @PathVariable GroupId id,
            @RequestParam(defaultValue = "false") boolean all,
            HttpServletRequest request,
            Model model) {
        Acting.require(Right.FOLLOW_RETURNS);
        model.addAttribute("all", all);
        return page(id, ReturnForm.empty(), request, model);
    }

    @PostMapping
    String act(
            @PathVariable GroupId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Acting.require(Right.FOLLOW_RETURNS);
        requireInGroup(id, sent);
        ReturnForm form = new ReturnForm(sent);
        List<ReturnId> chosen = GroupForm.applications(form);
        Runnable work = work(form, chosen);
        if (form.isFine()) {
            try {
                work.run();
                next.addFlashAttribute("notice", "returns.done.many");
                return "redirect:/returns/groups/" + id.value();
            } catch (RowFault fault) {
                form.wrong(GroupForm.field(fault.row()), fault.key());
            }
        }
        return page(id, form, request, model);
    }

    private void requireInGroup(GroupId id, MultiValueMap<String, String> sent) {
        List<String> inGroup = returns.get(id).lines().stream()
                .map(line -> line.application().id().value().toString())
                .toList();
        if (!inGroup.containsAll(sent.getOrDefault("row", List.of()))) {
            throw new NotHere();
        }
    }

    private Runnable work(ReturnForm form, List<ReturnId> chosen) {
        String act = form.one("act");
        if (act.equals("fund")) {
            int year = form.whole("year", 2000, 2100);
            return () -> journeys.fund(chosen, year);
        }
        if (!GroupForm.isDated(act) && !act.equals("admit") && !act.equals("refuse")) {
            form.wrong("act", "returns.error.act");
            return () -> {};
        }
        @Nullable LocalDate day = form.requiredDay("day").orElse(null);
        if (day == null) {
            return () -> {};
        }
        return switch (act) {
            case "admit" -> () -> admitting.admit(chosen, day);
            case "refuse" -> {
                terms.code(form, "refused", "return_refusal", "returns.error.refused");
                yield () -> admitting.refuse(chosen, form.one("refused"), day);
            }
            default -> () -> ReturnCourseController.dated(act, journeys).accept(chosen, day);
        };
    }

    @PostMapping("/costs")
    String cost(
            @PathVariable GroupId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Acting.require(Right.FOLLOW_RETURNS);
        ReturnForm form = new ReturnForm(sent);
        Optional<NewCost> cost = terms.cost(form, "cost_", 0);
        if (cost.isEmpty()) {
            return page(id, form, request, model);
        }
        returns.addCost(id, cost.get());
        next.addFlashAttribute("notice", "returns.done.noted");
        return "redirect:/returns/groups/" + id.value() + "#costs";
    }

    @PostMapping("/costs/removal")
    String removeCost(@PathVariable GroupId id, @RequestParam UUID line, RedirectAttributes next) {
        Acting.require(Right.FOLLOW_RETURNS);
        returns.removeCost(id, line);
        next.addFlashAttribute("notice", "returns.done.noted");
        return "redirect:/returns/groups/" + id.value() + "#costs";
    }

    private String page(GroupId id, ReturnForm form, HttpServletRequest request, Model model) {
        GroupFile file = returns.get(id);
        OrganisationId self = Acting.current().organisation();
        List<Return> all = file.lines().stream().map(line -> line.application()).toList();
        model.addAttribute("file", file);
        model.addAttribute("all", Boolean.TRUE.equals(model.getAttribute("all")));
        model.addAttribute("form", form);
        model.addAttribute("mayDecide", all.stream().anyMatch(one -> one.isDecidedBy(self)));
        model.addAttribute("mayNote", all.stream().anyMatch(one -> one.isNotedBy(self)));
        model.addAttribute("words", words.of(request));
        return "returns/group";
    }
}
