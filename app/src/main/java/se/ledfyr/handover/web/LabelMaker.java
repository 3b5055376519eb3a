package se.ledfyr.handover.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.codes.Codes;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.Members;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.organisations.Organisations;
import se.ledfyr.pages.Languages;
import se.ledfyr.pages.Texts;

/// Makes the [Labels] of a request.
@Component
class LabelMaker {

    private final Codes codes;
    private final Languages languages;
    private final Organisations organisations;
    private final Members members;

    LabelMaker(Codes codes, Languages languages, Organisations organisations, Members members) {
        this.codes = codes;
        this.languages = languages;
        this.organisations = organisations;
        this.members = members;
    }

    Labels of(HttpServletRequest request) {
        return in(languages.of(request), Acting.current().organisation());
    }

    /// @param self whose colleagues may be named
    Labels in(Texts texts, OrganisationId self) {
        Map<OrganisationId, String> names = new HashMap<>();
        organisations.list().forEach(each -> names.put(each.id(), each.name()));
        Map<MemberId, String> colleagues = new HashMap<>();
        members.list().stream()
                .filter(member -> member.organisation().equals(self))
                .forEach(member -> colleagues.put(member.id(), member.name()));
        return new Labels(codes.book(), texts, names, colleagues, self);
    }
}
