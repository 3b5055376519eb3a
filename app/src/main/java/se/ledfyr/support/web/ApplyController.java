package se.ledfyr.support.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
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
import se.ledfyr.casework.CaseFile;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.Cases;
import se.ledfyr.casework.Route;
import se.ledfyr.consent.Basis;
import se.ledfyr.consent.NoConsent;
import se.ledfyr.organisations.Organisation;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.organisations.OrganisationKind;
import se.ledfyr.organisations.Organisations;
import se.ledfyr.pages.Option;
import se.ledfyr.people.FieldGroup;
import se.ledfyr.people.People;
import se.ledfyr.support.AlreadyApplied;
import se.ledfyr.support.ApplicationId;
import se.ledfyr.support.Office;
import se.ledfyr.support.Sharing;
import se.ledfyr.support.SupportApplications;
import se.ledfyr.support.Wish;

/// Applying to the programme for the person of a case.
@Controller
@RequestMapping("/cases/{id}/support/new")
class ApplyController {

    /// What an application can take along: what the office needs to decide and to find the person.
    private static final List<FieldGroup> GROUPS =
            List.of(FieldGroup.IDENTITY, FieldGroup.CONTACT, FieldGroup.BASICS, FieldGroup.EXPLOITATION);

    private final SupportApplications applications;
    private final Cases cases;
    private final Office office;
    private final Organisations organisations;
    private final SupportWordsFor words;

    ApplyController(
            SupportApplications applications,
            Cases cases,
            Office office,
            Organisations organisations,
            SupportWordsFor words) {
        this.applications = applications;
        this.cases = cases;
        this.office = office;
        this.organisations = organisations;
        this.words = words;
    }

    @GetMapping
    String blank(@PathVariable CaseId id, HttpServletRequest request, Model model) {
        CaseFile file = held(id);
        Form form = Form.empty(words.of(request));
        form.suggest("applicant", applicant());
        form.suggest("region", file.region());
        form.suggest("age_group", file.route() == Route.CHILD ? "child" : "adult");
        form.suggest("children", "0");
        form.suggest("applied_on", office.today().toString());
        form.suggest("basis", "consent");
        return page(file, form, List.of("identity", "contact", "basics", "exploitation"), request, model);
    }

    @PostMapping
    String apply(
            @PathVariable CaseId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        CaseFile file = held(id);
        Form form = new Form(sent, words.of(request));
        Optional<Wish> wish = WishReader.read(form);
        String why = form.words("why", true);
        @Nullable Sharing sharing = sharing(form);
        @Nullable OrganisationId to = to(form);
        if (wish.isPresent() && form.isRight() && sharing != null && to != null) {
            try {
                ApplicationId made = applications.apply(id, to, wish.get(), sharing, why);
                next.addFlashAttribute("notice", "support.done.applied");
                return "redirect:/support/applications/" + made.value();
            } catch (NoConsent none) {
                form.wrong("basis", "support.error.no-consent");
            } catch (AlreadyApplied already) {
                form.wrong("why", "support.error.already");
            }
        }
        return page(file, form, form.all("groups"), request, model);
    }

    private @Nullable OrganisationId to(Form form) {
        List<Organisation> offices = office.list();
        String chosen = form.one("to");
        Optional<OrganisationId> to = offices.stream()
                .map(Organisation::id)
                .filter(each -> offices.size() == 1 || each.value().toString().equals(chosen))
                .findFirst();
        if (to.isEmpty()) {
            form.wrong("to", offices.isEmpty() ? "support.error.no-office" : "support.error.choose");
        }
        return to.orElse(null);
    }

    private static @Nullable Sharing sharing(Form form) {
        Set<FieldGroup> groups = EnumSet.noneOf(FieldGroup.class);
        form.all("groups")
                .forEach(code -> FieldGroup.of(code).filter(GROUPS::contains).ifPresent(groups::add));
        if (groups.isEmpty()) {
            form.wrong("groups", "support.error.groups");
        }
        Basis basis = basis(form);
        return form.isRight() ? new Sharing(groups, basis) : null;
    }

    private static Basis basis(Form form) {
        String reason = form.one("basis_reason");
        if (form.one("basis").equals("consent") || form.one("basis").isEmpty()) {
            return Basis.consent();
        }
        if (!People.isReason(reason)) {
            form.wrong("basis_reason", "support.error.words");
        }
        if (form.one("basis").equals("override")) {
            return new Basis.Override(reason);
        }
        return new Basis.LawfulGround(form.code("lawful_ground", "lawful_ground"), reason);
    }

    private String applicant() {
        OrganisationKind kind = organisations
                .find(Acting.current().organisation())
                .map(Organisation::kind)
                .orElseThrow(NotHere::new);
        return switch (kind) {
            case SOCIAL_SERVICES -> "social_board";
            case NGO, SHELTER -> "member_organisation";
            case NATIONAL_COORDINATION,
                    REGIONAL_COORDINATION,
                    POLICE,
                    MIGRATION_AGENCY,
                    PROSECUTOR,
                    RETURN_OPERATOR,
                    PROGRAMME_OFFICE,
                    CIVIL_PLATFORM -> "coordinator";
        };
    }

    private String page(CaseFile file, Form form, List<String> groups, HttpServletRequest request, Model model) {
        Words reader = words.of(request);
        model.addAttribute("file", file);
        model.addAttribute("form", form);
        model.addAttribute("words", reader);
        model.addAttribute(
                "groups",
                GROUPS.stream()
                        .map(group -> new Option(
                                group.code(), reader.label("field_group", group.code()), groups.contains(group.code())))
                        .toList());
        model.addAttribute(
                "offices",
                office.list().stream()
                        .map(each -> new Option(
                                each.id().value().toString(),
                                each.name(),
                                form.has("to", each.id().value().toString())))
                        .toList());
        model.addAttribute("override", Acting.current().may(Right.OVERRIDE_CONSENT));
        return "support/apply";
    }

    /// Only the holder of an open case applies, and the programme's office not to itself.
    private CaseFile held(CaseId id) {
        CaseFile file = cases.getHeld(id);
        if (!file.isOpen() || office.isHere()) {
            throw new NotHere();
        }
        return file;
    }
}
