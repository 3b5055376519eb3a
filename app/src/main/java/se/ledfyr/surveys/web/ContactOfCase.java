package se.ledfyr.surveys.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.casework.CaseSection;
import se.ledfyr.pages.Piece;
import se.ledfyr.pages.Texts;
import se.ledfyr.surveys.OwnWays;
import se.ledfyr.surveys.Participants;
import se.ledfyr.surveys.SurveyYears;

/// The yearly contact of whoever a case is about, on the page of the case: taken from it with one click.
@Component
public class ContactOfCase implements CaseSection {

    private static final int ORDER = 700;

    private final Participants participants;
    private final OwnWays ways;
    private final SurveyYears years;

    ContactOfCase(Participants participants, OwnWays ways, SurveyYears years) {
        this.participants = participants;
        this.ways = ways;
        this.years = years;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<View> of(CaseFile file, Texts texts) {
        if (!Acting.current().may(Right.WORK_WITH_PEOPLE)
                || participants.ownLabel().isEmpty()) {
            return Optional.empty();
        }
        List<Integer> open = years.open();
        List<OfYear> found = years.list().stream()
                .filter(year -> file.identifiedOn().getYear() <= year)
                .map(year -> new OfYear(year, contact(file, year)))
                .filter(each -> !each.contact().isEmpty() || open.contains(each.year()))
                .toList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Piece piece = new Piece("surveys/case-section", Map.of("caseId", file.id(), "years", found));
        return Optional.of(new View("contact", texts.get("contacts.section"), piece));
    }

    private String contact(CaseFile file, int year) {
        return Optional.ofNullable(ways.contactsOf(List.of(file.id()), year).get(file.id()))
                .map(id -> id.value().toString())
                .orElse("");
    }

    /// A year and its contact. Public for the templates alone.
    ///
    /// @param contact its id; empty while there is none
    public record OfYear(int year, String contact) {}
}
