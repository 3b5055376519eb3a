package se.ledfyr.needs.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import se.ledfyr.access.Acting;
import se.ledfyr.casework.Cases;
import se.ledfyr.needs.Child;
import se.ledfyr.needs.Children;
import se.ledfyr.needs.Measure;
import se.ledfyr.needs.MeasureId;
import se.ledfyr.needs.Measures;
import se.ledfyr.needs.Need;
import se.ledfyr.needs.NeedSection;
import se.ledfyr.needs.Needs;
import se.ledfyr.needs.NewMeasure;
import se.ledfyr.needs.Sector;
import se.ledfyr.organisations.Organisation;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.organisations.Organisations;
import se.ledfyr.pages.Pieces;
import se.ledfyr.pages.Texts;

/// Lays out the page of a need, and reads what was given out of its form.
@Component
class NeedDesk {

    private final Needs needs;
    private final Measures measures;
    private final Children children;
    private final Cases cases;
    private final Organisations organisations;
    private final List<NeedSection> sections;
    private final Pieces pieces;

    NeedDesk(
            Needs needs,
            Measures measures,
            Children children,
            Cases cases,
            Organisations organisations,
            List<NeedSection> sections,
            Pieces pieces) {
        this.needs = needs;
        this.measures = measures;
        this.children = children;
        this.cases = cases;
        this.organisations = organisations;
        this.sections = sections.stream()
                .sorted(Comparator.comparingInt(NeedSection::order))
                .toList();
        this.pieces = pieces;
    }

    void lay(Need need, Texts texts, Model model) {
        model.addAttribute("need", need);
        model.addAttribute("measures", measures.listOf(need.id()));
        model.addAttribute("duties", needs.duties(need.id()));
        model.addAttribute("ownCase", cases.find(need.caseId()).isPresent());
        model.addAttribute("holds", need.holder().equals(Acting.current().organisation()));
        find(need).ifPresent(child -> model.addAttribute("child", child));
        model.addAttribute(
                "sections",
                sections.stream()
                        .flatMap(section -> section.of(need, texts).stream())
                        .toList());
        model.addAttribute("pieces", pieces);
    }

    private Optional<Child> find(Need need) {
        return Optional.ofNullable(need.child()).flatMap(children::find);
    }

    /// The measure, or nothing when something is wrong. The sector follows from an organisation that takes part.
    Optional<NewMeasure> measure(Form form, Words words) {
        Optional<Organisation> giver = giver(form.one("given_by"));
        Sector sector = giver.map(one -> Sector.of(one.kind())).orElseGet(() -> sector(form));
        LocalDate began = form.past("began_on", false, words.today());
        LocalDate ended = form.past("ended_on", false, words.today());
        if (began != null && ended != null && ended.isBefore(began)) {
            form.wrong("ended_on", "needs.error.ended");
        }
        String result = form.code("result", "measure_result", words);
        return form.isRight() && sector != null
                ? Optional.of(new NewMeasure(giver.map(Organisation::id).orElse(null), sector, began, ended, result))
                : Optional.empty();
    }

    boolean beganAfter(List<Measure> all, MeasureId id, LocalDate day) {
        return all.stream()
                .filter(one -> one.id().equals(id))
                .map(Measure::began)
                .anyMatch(began -> began != null && began.isAfter(day));
    }

    private static @Nullable Sector sector(Form form) {
        for (Sector sector : Sector.values()) {
            if (sector.name().equals(form.one("sector"))) {
                return sector;
            }
        }
        form.wrong("sector", "needs.error.giver");
        return null;
    }

    private Optional<Organisation> giver(String sent) {
        return sent.matches("[0-9a-f-]{36}") ? organisations.find(OrganisationId.of(sent)) : Optional.empty();
    }
}
