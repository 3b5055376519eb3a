package se.ledfyr.casework.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ledfyr.audit.Sight;
import se.ledfyr.casework.CaseHistory;
import se.ledfyr.casework.CaseSection;
import se.ledfyr.casework.HolderInside;
import se.ledfyr.casework.LinkedCase;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.pages.Option;
import se.ledfyr.pages.Texts;
import se.ledfyr.people.PersonId;
import se.ledfyr.people.PersonName;

/// What the page of a case shows beside the case itself.
///
/// @param protection a code of `protection`, if the person is protected
/// @param masked whether identity is held back until a reason is given
/// @param entries identity, line by line
/// @param ours whether the own organisation holds the case
/// @param closedHere whether it was closed here, and may be opened again
/// @param takers to whom inside the organisation it can be passed on; empty unless it is held here
/// @param seen who has seen this case, newest first
/// @param offices names of the organisations that have held it
public record CaseCard(
        PersonName name,
        @Nullable String protection,
        boolean masked,
        List<PersonCard.Entry> entries,
        boolean ours,
        boolean closedHere,
        List<Option> takers,
        CaseHistory history,
        List<LinkedCase> linked,
        Map<PersonId, PersonName> names,
        List<CaseSection.View> sections,
        List<Sight> seen,
        Map<OrganisationId, String> offices,
        Map<MemberId, String> colleagues) {

    public CaseCard {
        entries = List.copyOf(entries);
        takers = List.copyOf(takers);
        linked = List.copyOf(linked);
        names = Map.copyOf(names);
        sections = List.copyOf(sections);
        seen = List.copyOf(seen);
        offices = Map.copyOf(offices);
        colleagues = Map.copyOf(colleagues);
    }

    public String nameOf(OrganisationId office) {
        return offices.getOrDefault(office, "");
    }

    /// Whose act it was: a colleague, or nobody's here.
    public String nameOf(@Nullable MemberId member, Texts texts) {
        return member == null ? "" : colleagues.getOrDefault(member, texts.get("casework.colleague"));
    }

    /// Who does the work; empty where that is another organisation's affair.
    public String nameOf(@Nullable HolderInside inside, Texts texts) {
        return inside == null ? "" : worded(inside, colleagues, texts);
    }

    /// Who inside an organisation does the work, in words.
    public static String worded(HolderInside inside, Map<MemberId, String> colleagues, Texts texts) {
        return switch (inside) {
            case HolderInside.Colleague colleague ->
                colleagues.getOrDefault(colleague.member(), texts.get("casework.colleague"));
            case HolderInside.Duty duty -> duty.isCommon() ? texts.get("casework.case.duty") : duty.name();
        };
    }

    /// Names stay out of logs.
    @Override
    public String toString() {
        return "CaseCard";
    }
}
