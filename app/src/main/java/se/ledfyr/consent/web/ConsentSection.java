package se.ledfyr.consent.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.casework.CaseSection;
import se.ledfyr.consent.Consents;
import se.ledfyr.pages.Piece;
import se.ledfyr.pages.Texts;

/// What the person of a case has agreed to, and what went, on the page of the case.
@Component
class ConsentSection implements CaseSection {

    static final String ANCHOR = "consent";

    private final Consents consents;
    private final LedgerWords words;

    ConsentSection(Consents consents, LedgerWords words) {
        this.consents = consents;
        this.words = words;
    }

    @Override
    public int order() {
        return 500;
    }

    @Override
    public Optional<View> of(CaseFile file, Texts texts) {
        List<ConsentLine> agreed = words.consents(consents.listOf(file.person()), texts);
        List<SharedLine> shared = words.shares(consents.listShares(file.person()), texts);
        Map<String, Object> model = Map.of(
                "caseId", file.id().value().toString(),
                "consents", agreed,
                "shares", shared);
        return Optional.of(new View(ANCHOR, texts.get("consent.section"), new Piece("consent/case-section", model)));
    }
}
