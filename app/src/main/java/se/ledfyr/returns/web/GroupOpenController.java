package se.ledfyr.returns.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.casework.EventId;
import se.ledfyr.casework.EventPeople;
import se.ledfyr.casework.Events;
import se.ledfyr.casework.TooLate;
import se.ledfyr.casework.WorkListLine;
import se.ledfyr.consent.NoConsentOfSome;
import se.ledfyr.people.PersonId;
import se.ledfyr.returns.Applying;
import se.ledfyr.returns.GroupId;
import se.ledfyr.returns.NewCost;
import se.ledfyr.returns.NewGroup;
import se.ledfyr.returns.RowFault;
import se.ledfyr.returns.Terms;

/// One act for many: a regional coordinator picks an event, ticks who wants to go, and writes what they share once.
@Controller
@RequestMapping("/returns/groups/new")
class GroupOpenController {

    private final Applying applying;
    private final Events events;
    private final EventPeople people;
    private final TermsReader terms;
    private final WordMaker words;

    GroupOpenController(Applying applying, Events events, EventPeople people, TermsReader terms, WordMaker words) {
        this.applying = applying;
        this.events = events;
        this.people = people;
        this.terms = terms;
        this.words = words;
    }

    @GetMapping
    String blank(@RequestParam(required = false) @Nullable EventId event, HttpServletRequest request, Model model) {
        Acting.require(Right.OPEN_RETURNS);
        if (event == null) {
            model.addAttribute("events", events.list());
            model.addAttribute("words", words.of(request));
            return "returns/group-events";
        }
        return page(event, ReturnForm.empty(), request, model);
    }

    @PostMapping
    String open(
            @RequestParam EventId event,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Acting.require(Right.OPEN_RETURNS);
        ReturnForm form = new ReturnForm(sent);
        List<NewGroup.Row> rows = GroupForm.rows(form);
        List<NewCost> costs = terms.costs(form, rows.size());
        Optional<Terms> read = terms.read(form, applying.operator().isPresent());
        if (read.isPresent() && form.isFine()) {
            try {
                GroupId id = applying.openGroup(new NewGroup(event, read.get(), rows, costs));
                next.addFlashAttribute("notice", "returns.done.group");
                return "redirect:/returns/groups/" + id.value();
            } catch (RowFault fault) {
                form.wrong(GroupForm.field(fault.row()), fault.key());
            } catch (NoConsentOfSome none) {
                missing(form, event, none);
            } catch (TooLate meanwhile) {
                form.wrong("rows", "returns.error.meanwhile");
            }
        }
        return page(event, form, request, model);
    }

    private void missing(ReturnForm form, EventId event, NoConsentOfSome none) {
        form.wrong("consent", "returns.error.no-consent");
        people.everybody(event).stream()
                .filter(line -> line.person() != null && none.people().contains(line.person()))
                .forEach(line -> form.wrong(GroupForm.field(line.id().value()), "returns.error.no-consent"));
    }

    private String page(EventId event, ReturnForm form, HttpServletRequest request, Model model) {
        List<WorkListLine> lines = people.everybody(event);
        Set<PersonId> busy = applying.busy(lines.stream()
                .map(WorkListLine::person)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        model.addAttribute("event", events.get(event));
        model.addAttribute("lines", lines);
        model.addAttribute("busy", busy);
        model.addAttribute("form", form);
        model.addAttribute("operator", applying.operator());
        model.addAttribute("words", words.of(request));
        return "returns/group-new";
    }
}
