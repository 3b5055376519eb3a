package se.ledfyr.budget.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import se.ledfyr.budget.Agreement;
import se.ledfyr.budget.AgreementId;
import se.ledfyr.budget.Agreements;
import se.ledfyr.codes.Codes;
import se.ledfyr.organisations.Organisation;
import se.ledfyr.organisations.Organisations;
import se.ledfyr.pages.Languages;
import se.ledfyr.pages.Texts;

/// What every page about one agreement shows, and the words it is shown in.
@Component
class MoneyDesk {

    private final Agreements agreements;
    private final Organisations organisations;
    private final Codes codes;
    private final Languages languages;

    MoneyDesk(Agreements agreements, Organisations organisations, Codes codes, Languages languages) {
        this.agreements = agreements;
        this.organisations = organisations;
        this.codes = codes;
        this.languages = languages;
    }

    Texts texts(HttpServletRequest request) {
        return languages.of(request);
    }

    Form form(MultiValueMap<String, String> sent, HttpServletRequest request) {
        return new Form(sent, texts(request));
    }

    Form blank(HttpServletRequest request) {
        return Form.blank(texts(request));
    }

    Words words(HttpServletRequest request) {
        return new Words(
                texts(request),
                codes.book(),
                agreements.today(),
                organisations.list().stream().collect(Collectors.toMap(Organisation::id, Organisation::name)));
    }

    /// @throws se.ledfyr.access.NotHere when the agreement is not there for whoever asks
    Agreement lay(AgreementId id, HttpServletRequest request, Model model) {
        Agreement agreement = agreements.get(id);
        lay(agreement, request, model);
        return agreement;
    }

    void lay(Agreement agreement, HttpServletRequest request, Model model) {
        model.addAttribute("agreement", agreement);
        model.addAttribute("keeps", agreements.keeps(agreement));
        model.addAttribute("funds", agreements.funds(agreement));
        model.addAttribute("words", words(request));
    }
}
