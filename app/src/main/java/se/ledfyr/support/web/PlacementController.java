package se.ledfyr.support.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.ledfyr.programmes.GrantId;
import se.ledfyr.support.ApplicationId;
import se.ledfyr.support.HomeId;
import se.ledfyr.support.Homes;
import se.ledfyr.support.Office;
import se.ledfyr.support.Placements;
import se.ledfyr.support.SingleMeasure;
import se.ledfyr.support.SingleMeasures;

/// Where somebody in the programme lives, and what single measures they are given. For the programme's office alone.
@Controller
@RequestMapping("/support/grants/{id}")
class PlacementController {

    private final CourseDesk desk;
    private final Placements placements;
    private final SingleMeasures measures;
    private final Homes homes;
    private final Office office;
    private final SupportWordsFor words;

    PlacementController(
            CourseDesk desk,
            Placements placements,
            SingleMeasures measures,
            Homes homes,
            Office office,
            SupportWordsFor words) {
        this.desk = desk;
        this.placements = placements;
        this.measures = measures;
        this.homes = homes;
        this.office = office;
        this.words = words;
    }

    @PostMapping("/placements")
    String place(
            @PathVariable GrantId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Form form = form(sent, request);
        String kind = form.code("kind", "nsp_child_placement");
        LocalDate arrives = form.day("arrives_on");
        LocalDate leaves = form.day("leaves_on");
        boolean housing = kind.equals("protected_housing");
        @Nullable HomeId home = housing ? home(form) : null;
        if (!leaves.isAfter(arrives)) {
            form.wrong("leaves_on", "support.error.wrong-way");
        }
        return new Act(id, form, housing ? "home" : "arrives_on", "placements", "support.done.placed")
                .run(desk, request, model, next, () -> {
                    if (home != null) {
                        placements.place(id, home, arrives, leaves);
                    } else {
                        placements.placeElsewhere(id, kind, arrives, leaves);
                    }
                });
    }

    @PostMapping("/placements/{placement}/leaving")
    String move(
            @PathVariable GrantId id,
            @PathVariable UUID placement,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Form form = form(sent, request);
        LocalDate leaves = form.day("new_leaves_on");
        return new Act(id, form, "placements", "placements", "support.done.placed")
                .run(desk, request, model, next, () -> placements.move(id, placement, leaves));
    }

    @PostMapping("/placements/{placement}/strike")
    String strike(
            @PathVariable GrantId id,
            @PathVariable UUID placement,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        office.require();
        return new Act(id, Form.empty(words.of(request)), "placements", "placements", "support.done.struck")
                .run(desk, request, model, next, () -> placements.strike(id, placement));
    }

    /// Sends the address of the home to whoever applied.
    @PostMapping("/address")
    String sendAddress(
            @PathVariable GrantId id,
            @RequestParam HomeId home,
            @RequestParam ApplicationId application,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        office.require();
        return new Act(id, Form.empty(words.of(request)), "placements", "placements", "support.done.address-sent")
                .run(desk, request, model, next, () -> homes.sendAddress(id, home, application));
    }

    @PostMapping("/measures")
    String addMeasure(
            @PathVariable GrantId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Form form = form(sent, request);
        String kind = form.code("measure", "nsp_measure");
        LocalDate day = form.past("given_on");
        @Nullable Long cost = form.ore("cost", SingleMeasure.MOST_ORE);
        return new Act(id, form, "given_on", "measures", "support.done.measure")
                .run(
                        desk,
                        request,
                        model,
                        next,
                        () -> measures.add(id, new SingleMeasure(UUID.randomUUID(), kind, day, cost)));
    }

    @PostMapping("/measures/{measure}/strike")
    String strikeMeasure(
            @PathVariable GrantId id,
            @PathVariable UUID measure,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        office.require();
        return new Act(id, Form.empty(words.of(request)), "measures", "measures", "support.done.struck")
                .run(desk, request, model, next, () -> measures.strike(id, measure));
    }

    private static @Nullable HomeId home(Form form) {
        try {
            return HomeId.of(form.one("home"));
        } catch (IllegalArgumentException none) {
            form.wrong("home", "support.error.choose");
            return null;
        }
    }

    private Form form(MultiValueMap<String, String> sent, HttpServletRequest request) {
        office.require();
        return new Form(sent, words.of(request));
    }
}
