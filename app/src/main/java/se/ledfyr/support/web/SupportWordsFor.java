package se.ledfyr.support.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.ledfyr.codes.Codes;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.organisations.Organisations;
import se.ledfyr.pages.Languages;
import se.ledfyr.pages.Texts;
import se.ledfyr.support.Office;
import se.ledfyr.support.OwnHomes;

/// Makes the [Words] of a page.
@Component
class SupportWordsFor {

    private final Codes codes;
    private final Organisations organisations;
    private final Languages languages;
    private final Office office;
    private final OwnHomes homes;

    SupportWordsFor(Codes codes, Organisations organisations, Languages languages, Office office, OwnHomes homes) {
        this.codes = codes;
        this.organisations = organisations;
        this.languages = languages;
        this.office = office;
        this.homes = homes;
    }

    Words of(HttpServletRequest request) {
        return in(languages.of(request));
    }

    Words in(Texts texts) {
        Map<OrganisationId, String> names = new HashMap<>();
        organisations.list().forEach(each -> names.put(each.id(), each.name()));
        return new Words(texts, codes.book(), office.today(), names, office.isHere(), homes.isAny());
    }
}
