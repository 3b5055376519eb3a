package se.ledfyr.permits.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.casework.CaseSection;
import se.ledfyr.pages.Piece;
import se.ledfyr.pages.Texts;
import se.ledfyr.permits.Applications;
import se.ledfyr.permits.Eligibility;
import se.ledfyr.permits.Joining;
import se.ledfyr.permits.PermitHistory;

/// The reflection period and the permits of whoever a case is about, on its page.
@Component
class PermitsOfCase implements CaseSection {

    private static final int ORDER = 350;

    private final Applications applications;
    private final Eligibility eligibility;
    private final PermitHistory permits;
    private final Joining joining;
    private final WordsFor words;

    PermitsOfCase(
            Applications applications,
            Eligibility eligibility,
            PermitHistory permits,
            Joining joining,
            WordsFor words) {
        this.applications = applications;
        this.eligibility = eligibility;
        this.permits = permits;
        this.joining = joining;
        this.words = words;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<View> of(CaseFile file, Texts texts) {
        boolean works = file.isOpen() && file.isHeldBy(Acting.current().organisation());
        Map<String, Object> model = new HashMap<>();
        model.put("caseId", file.id());
        model.put("works", works);
        model.put("applies", works && !applications.parts().isEmpty());
        model.put("applications", applications.listOf(file));
        model.put("joins", works && joining.isOffered(file));
        model.put("permits", permits.listOf(file));
        eligibility.findLast(file).ifPresent(checked -> {
            model.put("checked", checked);
            model.put("edition", eligibility.editionOf(checked));
        });
        String cause = eligibility.findCause(file);
        if (cause != null) {
            model.put("cause", cause);
        }
        model.put("words", words.reader(texts));
        return Optional.of(new View("permits", texts.get("permits.section"), new Piece("permits/section", model)));
    }
}
