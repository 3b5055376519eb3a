package se.ledfyr.returns.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.codes.Codes;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.organisations.Organisations;
import se.ledfyr.pages.Languages;
import se.ledfyr.pages.Texts;

/// Makes the [Words] of a request.
@Component
class WordMaker {

    private static final ZoneId SWEDISH_TIME = ZoneId.of("Europe/Stockholm");

    private final Codes codes;
    private final Languages languages;
    private final Organisations organisations;
    private final Clock clock;

    WordMaker(Codes codes, Languages languages, Organisations organisations, Clock clock) {
        this.codes = codes;
        this.languages = languages;
        this.organisations = organisations;
        this.clock = clock;
    }

    Words of(HttpServletRequest request) {
        return in(languages.of(request));
    }

    Words in(Texts texts) {
        Map<OrganisationId, String> names = new HashMap<>();
        organisations.list().forEach(each -> names.put(each.id(), each.name()));
        return new Words(codes.book(), texts, names, Acting.current().organisation(), today());
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SWEDISH_TIME);
    }
}
