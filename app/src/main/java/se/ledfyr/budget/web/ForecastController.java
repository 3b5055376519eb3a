package se.ledfyr.budget.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.ledfyr.access.NotHere;
import se.ledfyr.budget.Accuracy;
import se.ledfyr.budget.Agreement;
import se.ledfyr.budget.AgreementId;
import se.ledfyr.budget.Agreements;
import se.ledfyr.budget.Forecasts;
import se.ledfyr.budget.Kept;
import se.ledfyr.budget.Money;
import se.ledfyr.budget.NotNow;
import se.ledfyr.budget.Outlook;
import se.ledfyr.budget.Reckonings;
import se.ledfyr.budget.SupplementId;
import se.ledfyr.budget.Supplements;
import se.ledfyr.pages.Option;

/// The forecast of a year, what it would be if many came at once, the request for more money that is
/// written from it, and how earlier forecasts would have done.
@Controller
@RequestMapping("/money/{id}")
class ForecastController {

    private static final int MOST = 1_000;
    private static final int LONGEST_GROUND = 4_000;

    private final Forecasts forecasts;
    private final Reckonings reckonings;
    private final Supplements supplements;
    private final Agreements agreements;
    private final MoneyDesk desk;

    ForecastController(
            Forecasts forecasts,
            Reckonings reckonings,
            Supplements supplements,
            Agreements agreements,
            MoneyDesk desk) {
        this.forecasts = forecasts;
        this.reckonings = reckonings;
        this.supplements = supplements;
        this.agreements = agreements;
        this.desk = desk;
    }

    /// In the query: `as_of` a day of the year, `persons` and `month` those assumed to come besides.
    /// What cannot be is told, and the forecast is made without it.
    @GetMapping("/forecast")
    String show(
            @PathVariable AgreementId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model) {
        Agreement agreement = desk.lay(id, request, model);
        Form form = desk.form(sent, request);
        model.addAttribute("form", form);
        if (!forecasts.canTell(agreement)) {
            return "budget/too-early";
        }
        Forecasts.Asked asked = asked(form, agreement);
        Optional<Kept<Forecasts.Told>> kept = reckonings.forecast(id, asked);
        if (kept.isEmpty()) {
            return wait("forecast", agreement, request, model);
        }
        Forecasts.Told told = kept.get().answer();
        model.addAttribute("at", kept.get().at());
        model.addAttribute("asked", asked);
        model.addAttribute("outlook", told.outlook());
        model.addAttribute("learnt", told.learnt());
        model.addAttribute("chart", RangeChart.of(told.outlook(), desk.words(request)));
        model.addAttribute("months", months(agreement, asked, desk.words(request)));
        model.addAttribute("mayAsk", agreements.keeps(agreement) && agreement.isAccepted());
        return "budget/forecast";
    }

    @GetMapping("/supplements/new")
    String write(
            @PathVariable AgreementId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model) {
        Agreement agreement = kept(id);
        if (!forecasts.canTell(agreement)) {
            throw new NotHere();
        }
        Form form = desk.form(sent, request);
        desk.lay(agreement, request, model);
        Forecasts.Asked asked = asked(form, agreement);
        Optional<Kept<Forecasts.Told>> kept = reckonings.forecast(id, asked);
        return kept.isEmpty()
                ? wait("forecast", agreement, request, model)
                : request(asked, kept.get().answer().outlook(), form, model);
    }

    /// The figures are reckoned again from what is sent, so that nobody can send others.
    @PostMapping("/supplements/new")
    String ask(
            @PathVariable AgreementId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Agreement agreement = kept(id);
        if (!forecasts.canTell(agreement)) {
            throw new NotHere();
        }
        Form form = desk.form(sent, request);
        Money amount = form.money("amount");
        String ground = form.text("ground", LONGEST_GROUND);
        Forecasts.Asked asked = asked(form, agreement);
        Outlook outlook = forecasts.tell(id, asked).outlook();
        if (!form.isRight()) {
            desk.lay(agreement, request, model);
            return request(asked, outlook, form, model);
        }
        try {
            SupplementId supplement = supplements.ask(id, new Supplements.Asked(amount, ground, outlook));
            next.addFlashAttribute("notice", "budget.asked.done");
            return "redirect:/money/supplements/" + supplement;
        } catch (NotNow why) {
            form.wrong("amount", why);
            desk.lay(agreement, request, model);
            return request(asked, outlook, form, model);
        }
    }

    @GetMapping("/back-test")
    String backTest(@PathVariable AgreementId id, HttpServletRequest request, Model model) {
        Agreement agreement = desk.lay(id, request, model);
        Optional<Kept<Accuracy>> kept = reckonings.backTest(id);
        if (kept.isEmpty()) {
            return wait("back-test", agreement, request, model);
        }
        model.addAttribute("at", kept.get().at());
        if (!kept.get().answer().lines().isEmpty()) {
            model.addAttribute("accuracy", kept.get().answer());
        }
        return "budget/back-test";
    }

    /// It is being reckoned; the page leads to itself.
    private static String wait(String tab, Agreement agreement, HttpServletRequest request, Model model) {
        String query = request.getQueryString();
        model.addAttribute("tab", tab);
        model.addAttribute("here", request.getRequestURI() + (query == null ? "" : "?" + query));
        model.addAttribute("agreement", agreement);
        return "budget/reckoning";
    }

    private static String request(Forecasts.Asked asked, Outlook outlook, Form form, Model model) {
        model.addAttribute("asked", asked);
        model.addAttribute("outlook", outlook);
        model.addAttribute("form", form);
        return "budget/supplement-new";
    }

    private Agreement kept(AgreementId id) {
        Agreement agreement = agreements.get(id);
        if (!agreements.keeps(agreement) || !agreement.isAccepted()) {
            throw new NotHere();
        }
        return agreement;
    }

    private Forecasts.Asked asked(Form form, Agreement agreement) {
        LocalDate latest = forecasts.latest(agreement);
        LocalDate asOf = form.day("as_of", false);
        if (asOf != null && (asOf.isBefore(agreement.first()) || asOf.isAfter(latest))) {
            form.wrong("as_of", "budget.error.as-of", latest);
            asOf = null;
        }
        LocalDate day = asOf == null ? latest : asOf;
        Integer persons = form.whole("persons", MOST);
        YearMonth month = month(form);
        boolean besides = persons != null
                && month != null
                && month.getYear() == agreement.year()
                && !month.atEndOfMonth().isBefore(day.plusDays(1));
        if (persons != null && !besides) {
            form.wrong("month", "budget.error.month");
        }
        return new Forecasts.Asked(day, besides ? persons : 0, besides ? month : null);
    }

    private static @Nullable YearMonth month(Form form) {
        try {
            return form.one("month").isEmpty() ? null : YearMonth.parse(form.one("month"));
        } catch (DateTimeException notAMonth) {
            return null;
        }
    }

    private static List<Option> months(Agreement agreement, Forecasts.Asked asked, Words words) {
        List<Option> months = new ArrayList<>();
        for (YearMonth month = YearMonth.from(asked.asOf().plusDays(1));
                month.getYear() == agreement.year();
                month = month.plusMonths(1)) {
            months.add(new Option(month.toString(), words.month(month), month.equals(asked.month())));
        }
        return months;
    }
}
