package se.ledfyr.casework.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.audit.AuditTrail;
import se.ledfyr.casework.CaseColleagues;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.casework.CaseHistory;
import se.ledfyr.casework.CaseLinks;
import se.ledfyr.casework.CaseSection;
import se.ledfyr.casework.Cases;
import se.ledfyr.casework.HolderInside;
import se.ledfyr.casework.LinkedCase;
import se.ledfyr.organisations.Member;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.Members;
import se.ledfyr.organisations.Organisation;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.organisations.Organisations;
import se.ledfyr.pages.Option;
import se.ledfyr.pages.Texts;
import se.ledfyr.people.Identity;
import se.ledfyr.people.KnownPerson;
import se.ledfyr.people.People;
import se.ledfyr.people.PersonId;
import se.ledfyr.people.PersonName;

/// Puts together what the page of a case shows beside the case.
@Component
class CaseCards {

    /// Stands for the duty function among those a case can be passed on to.
    static final String ON_DUTY = "duty";

    private final People people;
    private final Cases cases;
    private final CaseLinks links;
    private final CaseColleagues takers;
    private final Members members;
    private final Organisations organisations;
    private final AuditTrail trail;
    private final List<CaseSection> sections;

    CaseCards(
            People people,
            Cases cases,
            CaseLinks links,
            CaseColleagues takers,
            Members members,
            Organisations organisations,
            AuditTrail trail,
            List<CaseSection> sections) {
        this.people = people;
        this.cases = cases;
        this.links = links;
        this.takers = takers;
        this.members = members;
        this.organisations = organisations;
        this.trail = trail;
        this.sections = sections.stream()
                .sorted(Comparator.comparingInt(CaseSection::order))
                .toList();
    }

    /// @param reason why a protected identity is opened; null leaves it masked
    CaseCard of(CaseFile file, @Nullable String reason, Texts texts) {
        KnownPerson person = people.find(file.person()).orElseThrow(NotHere::new);
        Identity identity = reason == null ? person.identity() : people.reveal(file.person(), reason);
        OrganisationId own = Acting.current().organisation();
        Map<MemberId, String> colleagues = members.list().stream().collect(Collectors.toMap(Member::id, Member::name));
        CaseHistory history = cases.history(file.id());
        List<LinkedCase> linked = links.list(file.id());
        boolean ours = file.isHeldBy(own);
        return new CaseCard(
                person.name(),
                person.protection() == null ? null : person.protection().name(),
                person.masked() && reason == null,
                PersonCards.entries(identity, texts),
                ours,
                !file.isOpen() && history.course().getLast().organisation().equals(own),
                ours ? takers(file, texts) : List.of(),
                history,
                linked,
                names(linked),
                sections.stream()
                        .flatMap(section -> section.of(file, texts).stream())
                        .toList(),
                trail.seenBy(file.id().value()),
                offices(history),
                colleagues);
    }

    /// The duty function and the colleagues who work with people, without whoever has the case.
    private List<Option> takers(CaseFile file, Texts texts) {
        @Nullable HolderInside now = file.holder().map(CaseFile.Holder::inside).orElse(null);
        List<Option> options = new ArrayList<>();
        if (!HolderInside.ON_DUTY.equals(now)) {
            options.add(new Option(ON_DUTY, texts.get("casework.case.duty"), false));
        }
        takers.list().stream()
                .filter(member -> !new HolderInside.Colleague(member.id()).equals(now))
                .forEach(member -> options.add(new Option(member.id().value().toString(), member.name(), false)));
        return options;
    }

    private Map<PersonId, PersonName> names(List<LinkedCase> linked) {
        List<PersonId> persons =
                linked.stream().map(LinkedCase::person).distinct().toList();
        return persons.isEmpty() ? Map.of() : people.names(persons);
    }

    private Map<OrganisationId, String> offices(CaseHistory history) {
        Map<OrganisationId, String> names = new HashMap<>();
        history.course().forEach(turn -> name(turn.organisation(), names));
        history.steps().forEach(step -> {
            if (step.other() != null) {
                name(step.other(), names);
            }
        });
        return names;
    }

    private void name(OrganisationId id, Map<OrganisationId, String> names) {
        names.computeIfAbsent(
                id,
                unknown -> organisations.find(unknown).map(Organisation::name).orElse(""));
    }
}
