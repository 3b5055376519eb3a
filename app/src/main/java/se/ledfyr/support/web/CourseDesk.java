package se.ledfyr.support.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import se.ledfyr.casework.CaseSection;
import se.ledfyr.pages.Option;
import se.ledfyr.pages.Pieces;
import se.ledfyr.people.People;
import se.ledfyr.people.PersonId;
import se.ledfyr.programmes.GrantId;
import se.ledfyr.programmes.SupportGrant;
import se.ledfyr.programmes.SupportGrants;
import se.ledfyr.support.Course;
import se.ledfyr.support.Courses;
import se.ledfyr.support.DayLedger;
import se.ledfyr.support.GrantSection;
import se.ledfyr.support.Home;
import se.ledfyr.support.Homes;
import se.ledfyr.support.Placements;
import se.ledfyr.support.SingleMeasures;
import se.ledfyr.support.SupportApplications;

/// Lays out the page of somebody in the programme.
@Component
class CourseDesk {

    private final Courses courses;
    private final SupportGrants grants;
    private final SupportApplications applications;
    private final DayLedger days;
    private final Placements placements;
    private final SingleMeasures measures;
    private final Homes homes;
    private final People people;
    private final List<GrantSection> sections;
    private final Pieces pieces;
    private final SupportWordsFor words;
    private final TransactionTemplate transaction;

    CourseDesk(
            Courses courses,
            SupportGrants grants,
            SupportApplications applications,
            DayLedger days,
            Placements placements,
            SingleMeasures measures,
            Homes homes,
            People people,
            List<GrantSection> sections,
            Pieces pieces,
            SupportWordsFor words,
            TransactionTemplate transaction) {
        this.courses = courses;
        this.grants = grants;
        this.applications = applications;
        this.days = days;
        this.placements = placements;
        this.measures = measures;
        this.homes = homes;
        this.people = people;
        this.sections = sections.stream()
                .sorted(Comparator.comparingInt(GrantSection::order))
                .toList();
        this.pieces = pieces;
        this.words = words;
        this.transaction = transaction;
    }

    String lay(GrantId id, Form form, HttpServletRequest request, Model model) {
        Words reader = words.of(request);
        transaction.executeWithoutResult(status -> {
            Course course = courses.get(id);
            List<SupportGrant> children = grants.listChildrenOf(id);
            List<PersonId> shown = List.of(course.grant().person());
            model.addAttribute("course", course);
            model.addAttribute("name", people.names(shown).get(course.grant().person()));
            model.addAttribute("children", children);
            model.addAttribute("others", courses.listOthers(course));
            model.addAttribute("periods", days.listOf(id));
            model.addAttribute("asked", days.findAsked(id).orElse(null));
            model.addAttribute("answers", days.listAnswers(id));
            model.addAttribute("placements", placements.listOf(id));
            model.addAttribute("measures", measures.listOf(id));
            model.addAttribute("application", applications.findOf(id).orElse(null));
            model.addAttribute("homes", course.isUnderWay() ? free(homes.list(), reader, form) : List.of());
            model.addAttribute("sections", sections(course, reader));
        });
        model.addAttribute("form", form);
        model.addAttribute("pieces", pieces);
        model.addAttribute("words", reader);
        return "support/course";
    }

    private List<CaseSection.View> sections(Course course, Words reader) {
        return sections.stream()
                .flatMap(section -> section.of(course, reader.texts()).stream())
                .toList();
    }

    /// Those with a place tonight first; a home that is full tonight may still have one later.
    private static List<Option> free(List<Home> homes, Words reader, Form form) {
        Map<Boolean, List<Home>> split = homes.stream().collect(Collectors.partitioningBy(home -> home.free() > 0));
        return java.util.stream.Stream.concat(
                        Objects.requireNonNull(split.get(true)).stream(),
                        Objects.requireNonNull(split.get(false)).stream())
                .map(home -> new Option(
                        home.id().value().toString(),
                        reader.text(
                                home.free() > 0 ? "support.home.option" : "support.home.option-full",
                                reader.home(home),
                                reader.takes(home.facts()),
                                home.free()),
                        form.has("home", home.id().value().toString())))
                .toList();
    }
}
