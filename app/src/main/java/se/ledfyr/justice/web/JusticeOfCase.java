package se.ledfyr.justice.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.casework.CaseSection;
import se.ledfyr.justice.Claim;
import se.ledfyr.justice.Report;
import se.ledfyr.justice.Reports;
import se.ledfyr.justice.StatusEntry;
import se.ledfyr.justice.WageClaims;
import se.ledfyr.pages.Piece;
import se.ledfyr.pages.Texts;

/// How far the legal process of a case has come, on its page.
@Component
class JusticeOfCase implements CaseSection {

    private static final int ORDER = 350;

    private final Reports reports;
    private final WageClaims claims;
    private final LegalWords words;

    JusticeOfCase(Reports reports, WageClaims claims, LegalWords words) {
        this.reports = reports;
        this.claims = claims;
        this.words = words;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<View> of(CaseFile file, Texts texts) {
        List<Report> written = reports.listOf(file.id());
        Optional<StatusEntry> without = reports.findWithoutReport(file.id());
        List<Claim> wages = claims.listOf(file.id());
        boolean holds = file.isHeldBy(Acting.current().organisation());
        if (!holds && written.isEmpty() && without.isEmpty() && wages.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> model = new HashMap<>();
        model.put("caseId", file.id());
        model.put("reports", written);
        without.ifPresent(entry -> model.put("without", entry));
        model.put("claims", wages);
        model.put("words", words.reader(texts));
        return Optional.of(new View("justice", texts.get("justice.section"), new Piece("justice/case-section", model)));
    }
}
