package se.ledfyr.support.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.casework.CaseSection;
import se.ledfyr.pages.Piece;
import se.ledfyr.pages.Texts;
import se.ledfyr.support.Application;
import se.ledfyr.support.SupportApplications;

/// What was applied for to the support programme, on the page of a case.
@Component
class SupportSection implements CaseSection {

    private static final int ORDER = 320;

    private final SupportApplications applications;
    private final SupportWordsFor words;

    SupportSection(SupportApplications applications, SupportWordsFor words) {
        this.applications = applications;
        this.words = words;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<View> of(CaseFile file, Texts texts) {
        List<Application> made = applications.listOf(file.id());
        Words reader = words.in(texts);
        boolean mayApply = file.isOpen()
                && file.isHeldBy(Acting.current().organisation())
                && !reader.office()
                && made.stream().noneMatch(Application::isOpen);
        if (made.isEmpty() && !mayApply) {
            return Optional.empty();
        }
        Piece piece = new Piece(
                "support/section",
                Map.of("caseId", file.id(), "applications", made, "mayApply", mayApply, "words", reader));
        return Optional.of(new View("support", texts.get("support.section"), piece));
    }
}
