package se.ledfyr.support.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.ledfyr.access.NotHere;
import se.ledfyr.casework.TooLate;
import se.ledfyr.people.FieldGroup;
import se.ledfyr.people.OpenedParcel;
import se.ledfyr.programmes.GrantId;
import se.ledfyr.programmes.SupportFacts;
import se.ledfyr.support.Application;
import se.ledfyr.support.ApplicationId;
import se.ledfyr.support.ChildGrant;
import se.ledfyr.support.Deciding;
import se.ledfyr.support.Limits;
import se.ledfyr.support.Office;
import se.ledfyr.support.Phase;
import se.ledfyr.support.SupportApplications;

/// Granting support, in the programme's office. The form begins with what was shared.
@Controller
@RequestMapping("/support/applications/{id}/decision")
class DecisionController {

    /// How many children can be granted support in one act.
    static final int MOST_CHILDREN = 6;

    private final SupportApplications applications;
    private final Deciding deciding;
    private final Limits limits;
    private final Office office;
    private final SupportWordsFor words;
    private final TransactionTemplate transaction;

    DecisionController(
            SupportApplications applications,
            Deciding deciding,
            Limits limits,
            Office office,
            SupportWordsFor words,
            TransactionTemplate transaction) {
        this.applications = applications;
        this.deciding = deciding;
        this.limits = limits;
        this.office = office;
        this.words = words;
        this.transaction = transaction;
    }

    @GetMapping
    @Transactional
    String blank(@PathVariable ApplicationId id, HttpServletRequest request, Model model) {
        Application application = open(id);
        return page(application, suggested(application, words.of(request)), request, model);
    }

    @PostMapping
    String grant(
            @PathVariable ApplicationId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Application application = open(id);
        Form form = new Form(sent, words.of(request));
        LocalDate day = form.past("granted_on");
        @Nullable SupportFacts facts = facts(form, day, application);
        List<ChildGrant> children = children(form, application);
        if (form.isRight() && facts != null) {
            try {
                GrantId grant = deciding.grant(id, day, facts, children);
                next.addFlashAttribute("notice", "support.done.granted");
                return "redirect:/support/grants/" + grant.value();
            } catch (TooLate late) {
                form.wrong("granted_on", "support.error.too-late");
            }
        }
        return page(application, form, request, model);
    }

    private @Nullable SupportFacts facts(Form form, LocalDate day, Application application) {
        if (day.isBefore(application.appliedOn())) {
            form.wrong("granted_on", "support.error.before-application");
        }
        String ageGroup = form.code("age_group", "age_group");
        String sex = form.code("sex", "sex");
        String exposure = form.code("exposure", "exposure");
        Set<String> forms = form.codes("forms", "exploitation_form", false);
        @Nullable String citizenship = form.codeOrNull("citizenship", "country");
        @Nullable String other = form.codeOrNull("nationality_other", "nationality_other");
        if (citizenship != null && other != null) {
            form.wrong("nationality_other", "support.error.one-nationality");
        }
        if (ageGroup.equals("child") && exposure.equals("indirect") && !forms.isEmpty()) {
            form.wrong("forms", "support.error.indirect-child");
        }
        Set<String> components = form.codes("components", "nsp_component", true);
        int rest = days(form, "rest_days", Phase.REST, components, day);
        int integration = days(form, "integration_days", Phase.INTEGRATION, components, day);
        String placement = form.code("placement", "nsp_child_placement");
        @Nullable String region = region(form, "home_region", placement);
        String ground = form.code("ground_for", "eligibility_reason");
        String referred = form.code("referred_by", "referred_by");
        return form.isRight()
                ? new SupportFacts(
                        ageGroup,
                        sex,
                        exposure,
                        forms,
                        citizenship,
                        other,
                        components,
                        rest,
                        integration,
                        placement,
                        region,
                        ground,
                        referred)
                : null;
    }

    /// The limit is that of the day of the decision.
    private int days(Form form, String field, Phase phase, Set<String> components, LocalDate day) {
        int limit = limits.of(phase, day);
        int days = form.number(field, 0, limit);
        if ((days > 0) != components.contains(phase.component())) {
            form.wrong(field, days > 0 ? "support.error.days-without" : "support.error.days-missing");
        }
        return days;
    }

    private static @Nullable String region(Form form, String field, String placement) {
        if (placement.equals("home_country")) {
            return null;
        }
        return placement.equals("protected_housing")
                ? form.code(field, "police_region")
                : form.codeOrNull(field, "police_region");
    }

    private static List<ChildGrant> children(Form form, Application application) {
        List<ChildGrant> children = new ArrayList<>();
        for (int i = 1; i <= shownChildren(application); i++) {
            if (!form.one("child_sex_" + i).isEmpty()) {
                String placement = form.code("child_placement_" + i, "nsp_child_placement");
                children.add(new ChildGrant(
                        form.code("child_sex_" + i, "sex"),
                        form.code("child_exposure_" + i, "exposure"),
                        placement,
                        region(form, "child_region_" + i, placement)));
            }
        }
        return children;
    }

    private static int shownChildren(Application application) {
        return Math.min(MOST_CHILDREN, application.children());
    }

    private Form suggested(Application application, Words reader) {
        Map<FieldGroup, Map<String, String>> shared = deciding.look(application.id())
                .map(OpenedParcel::content)
                .map(content -> content.values())
                .orElse(Map.of());
        Map<String, String> basics = shared.getOrDefault(FieldGroup.BASICS, Map.of());
        Map<String, String> exploitation = shared.getOrDefault(FieldGroup.EXPLOITATION, Map.of());
        LinkedMultiValueMap<String, String> start = new LinkedMultiValueMap<>();
        start.addAll("components", List.copyOf(application.components()));
        String forms = exploitation.getOrDefault("forms", "");
        start.addAll("forms", forms.isEmpty() ? List.of() : List.of(forms.split(";")));
        Form form = new Form(start, reader);
        form.suggest("granted_on", office.today().toString());
        form.suggest("age_group", basics.getOrDefault("age_group", application.ageGroup()));
        form.suggest("sex", basics.get("sex"));
        form.suggest("citizenship", basics.get("citizenship"));
        form.suggest("referred_by", exploitation.get("referred_by"));
        form.suggest("exposure", "direct");
        form.suggest("ground_for", application.ground());
        form.suggest("placement", "protected_housing");
        form.suggest("home_region", application.region());
        form.suggest("rest_days", suggestedDays(application, Phase.REST));
        form.suggest("integration_days", suggestedDays(application, Phase.INTEGRATION));
        return form;
    }

    private String suggestedDays(Application application, Phase phase) {
        return application.components().contains(phase.component())
                ? String.valueOf(limits.of(phase, office.today()))
                : "0";
    }

    private String page(Application application, Form form, HttpServletRequest request, Model model) {
        model.addAttribute("application", application);
        model.addAttribute("form", form);
        model.addAttribute("children", shownChildren(application));
        model.addAttribute("restLimit", limits.of(Phase.REST, office.today()));
        model.addAttribute("integrationLimit", limits.of(Phase.INTEGRATION, office.today()));
        model.addAttribute("words", words.of(request));
        return "support/decision";
    }

    /// Only the office decides, and only while the application waits.
    private Application open(ApplicationId id) {
        office.require();
        Application application = Objects.requireNonNull(transaction.execute(status -> applications.get(id)));
        if (!application.isOpen()
                || !application.to().equals(se.ledfyr.access.Acting.current().organisation())) {
            throw new NotHere();
        }
        return application;
    }
}
