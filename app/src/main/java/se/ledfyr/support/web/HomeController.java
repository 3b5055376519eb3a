package se.ledfyr.support.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
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
import se.ledfyr.organisations.OrganisationKind;
import se.ledfyr.organisations.Organisations;
import se.ledfyr.pages.Option;
import se.ledfyr.support.Clash;
import se.ledfyr.support.HeldPlaces;
import se.ledfyr.support.Home;
import se.ledfyr.support.HomeFacts;
import se.ledfyr.support.HomeId;
import se.ledfyr.support.Homes;
import se.ledfyr.support.Office;

/// The register of homes, tonight. For the programme's office alone.
@Controller
@RequestMapping("/support/homes")
class HomeController {

    private final Homes homes;
    private final HeldPlaces held;
    private final Organisations organisations;
    private final Office office;
    private final SupportWordsFor words;

    HomeController(Homes homes, HeldPlaces held, Organisations organisations, Office office, SupportWordsFor words) {
        this.homes = homes;
        this.held = held;
        this.organisations = organisations;
        this.office = office;
        this.words = words;
    }

    @GetMapping
    @Transactional
    String tonight(
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String takes,
            HttpServletRequest request,
            Model model) {
        List<Home> shown = homes.list().stream()
                .filter(home -> region.isEmpty() || home.facts().region().equals(region))
                .filter(home -> takes.isEmpty() || home.facts().takes().contains(takes))
                .toList();
        model.addAttribute("homes", shown);
        model.addAttribute("region", region);
        model.addAttribute("takes", takes);
        model.addAttribute("words", words.of(request));
        return "support/homes";
    }

    @GetMapping("/new")
    @Transactional
    String blank(HttpServletRequest request, Model model) {
        office.require();
        Form form = Form.empty(words.of(request));
        form.suggest("from_day", office.today().toString());
        form.suggest("places", "1");
        return blank(form, request, model);
    }

    @PostMapping("/new")
    String add(
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        office.require();
        Form form = new Form(sent, words.of(request));
        @Nullable HomeFacts facts = facts(form);
        int places = form.number("places", 1, Homes.MOST_PLACES);
        LocalDate from = form.day("from_day");
        String address = form.words("address", false);
        if (facts == null || !form.isRight()) {
            return blank(form, request, model);
        }
        HomeId id = homes.add(facts, places, from, address);
        next.addFlashAttribute("notice", "support.done.home");
        return "redirect:/support/homes/" + id.value();
    }

    @GetMapping("/{id}")
    @Transactional
    String show(@PathVariable HomeId id, HttpServletRequest request, Model model) {
        return page(id, suggested(homes.get(id), words.of(request)), null, request, model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable HomeId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        homes.get(id);
        Form form = new Form(sent, words.of(request));
        @Nullable HomeFacts facts = facts(form);
        @Nullable LocalDate closedOn = form.dayOrNull("closed_on");
        String address = form.words("address", false);
        if (facts == null || !form.isRight()) {
            return page(id, form, null, request, model);
        }
        homes.change(id, facts, closedOn);
        if (!address.isEmpty()) {
            homes.setAddress(id, address);
        }
        return done(id, "support.done.home", next);
    }

    @PostMapping("/{id}/places")
    String setPlaces(
            @PathVariable HomeId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Home home = homes.get(id);
        Form form = new Form(sent, words.of(request));
        int places = form.number("places", 0, Homes.MOST_PLACES);
        LocalDate from = form.day("from_day");
        if (form.isRight()) {
            try {
                homes.setPlaces(id, places, from);
                return done(id, "support.done.home", next);
            } catch (Clash clash) {
                form.wrong("places", "support.clash." + clash.what().name());
            }
        }
        return page(id, with(form, home), null, request, model);
    }

    @PostMapping("/{id}/hold")
    String hold(
            @PathVariable HomeId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Home home = homes.get(id);
        Form form = new Form(sent, words.of(request));
        LocalDate arrives = form.day("hold_from");
        LocalDate leaves = form.day("hold_to");
        @Nullable LocalDate until = form.dayOrNull("hold_until");
        if (!leaves.isAfter(arrives)) {
            form.wrong("hold_to", "support.error.wrong-way");
        }
        if (until != null && (until.isBefore(office.today()) || !until.isBefore(leaves))) {
            form.wrong("hold_until", "support.error.hold-until");
        }
        if (form.isRight()) {
            try {
                held.hold(id, arrives, leaves, until);
                return done(id, "support.done.held", next);
            } catch (Clash clash) {
                form.wrong("hold_from", "support.clash." + clash.what().name());
            } catch (IllegalArgumentException tooLong) {
                form.wrong("hold_to", "support.error.days");
            }
        }
        return page(id, with(form, home), null, request, model);
    }

    @PostMapping("/{id}/holds/{hold}/release")
    String release(@PathVariable HomeId id, @PathVariable UUID hold, RedirectAttributes next) {
        held.release(id, hold);
        return done(id, "support.done.released", next);
    }

    /// Where the home lies, shown once and noted with the reason.
    @PostMapping("/{id}/address/opening")
    String open(
            @PathVariable HomeId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model) {
        Home home = homes.get(id);
        Form form = new Form(sent, words.of(request));
        String reason = form.words("reason", true);
        @Nullable String address = form.isRight() ? homes.openAddress(id, reason) : null;
        return page(id, with(form, home), address, request, model);
    }

    private static @Nullable HomeFacts facts(Form form) {
        String region = form.code("region", "police_region");
        Set<String> takes = form.codes("takes", "home_group", true);
        @Nullable LocalDate until = form.one("certified").equals("true") ? form.day("certified_until") : null;
        return form.isRight() ? new HomeFacts(region, takes, until, form.organisation("operator")) : null;
    }

    private static Form suggested(Home home, Words reader) {
        return with(Form.empty(reader), home);
    }

    /// What somebody wrote about something else on the page, with what is known of the home.
    private static Form with(Form form, Home home) {
        HomeFacts facts = home.facts();
        form.suggest("region", facts.region());
        form.suggestAll("takes", List.copyOf(facts.takes()));
        form.suggest("certified", String.valueOf(facts.certifiedUntil() != null));
        form.suggest(
                "certified_until",
                facts.certifiedUntil() == null ? null : facts.certifiedUntil().toString());
        form.suggest(
                "operator",
                facts.operator() == null ? null : facts.operator().value().toString());
        form.suggest(
                "closed_on", home.closedOn() == null ? null : home.closedOn().toString());
        form.suggest("places", String.valueOf(home.places()));
        return form;
    }

    private String blank(Form form, HttpServletRequest request, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("operators", operators(form));
        model.addAttribute("words", words.of(request));
        return "support/home-new";
    }

    private String page(HomeId id, Form form, @Nullable String address, HttpServletRequest request, Model model) {
        model.addAttribute("home", homes.get(id));
        model.addAttribute("places", homes.placesOf(id));
        model.addAttribute("holds", held.listOf(id));
        model.addAttribute("form", form);
        model.addAttribute("operators", operators(form));
        model.addAttribute("address", address);
        model.addAttribute("words", words.of(request));
        return "support/home";
    }

    private List<Option> operators(Form form) {
        return organisations.list().stream()
                .filter(each -> each.kind() == OrganisationKind.SHELTER || each.kind() == OrganisationKind.NGO)
                .map(each -> new Option(
                        each.id().value().toString(),
                        each.name(),
                        form.has("operator", each.id().value().toString())))
                .toList();
    }

    private static String done(HomeId id, String notice, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        return "redirect:/support/homes/" + id.value();
    }
}
