package se.ledfyr.consent.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.codes.Codes;
import se.ledfyr.organisations.Organisation;
import se.ledfyr.organisations.Organisations;
import se.ledfyr.pages.Languages;

/// Makes the forms of this module for a request.
@Component
class Forms {

    private static final ZoneId SWEDISH_TIME = ZoneId.of("Europe/Stockholm");

    private final Codes codes;
    private final Languages languages;
    private final Organisations organisations;
    private final Clock clock;

    Forms(Codes codes, Languages languages, Organisations organisations, Clock clock) {
        this.codes = codes;
        this.languages = languages;
        this.organisations = organisations;
        this.clock = clock;
    }

    SentForm of(Map<String, List<String>> sent, HttpServletRequest request) {
        return new SentForm(sent, codes.book(), today(), languages.of(request));
    }

    /// A blank form with today in a field and, where the acting organisation answers for a region, that region.
    SentForm blank(String dayField, HttpServletRequest request) {
        SentForm form = of(Map.of(), request);
        form.preset(dayField, today().toString());
        organisations
                .find(Acting.current().organisation())
                .map(Organisation::region)
                .ifPresent(region -> form.preset("region", region));
        return form;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SWEDISH_TIME);
    }
}
