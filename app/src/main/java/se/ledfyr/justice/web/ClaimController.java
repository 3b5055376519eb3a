package se.ledfyr.justice.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.ledfyr.access.NotHere;
import se.ledfyr.casework.CaseId;
import se.ledfyr.justice.Claim;
import se.ledfyr.justice.ClaimId;
import se.ledfyr.justice.ClaimState;
import se.ledfyr.justice.Evidence;
import se.ledfyr.justice.NewClaim;
import se.ledfyr.justice.WageClaims;
import se.ledfyr.methods.wages.Rate;
import se.ledfyr.methods.wages.Settled;
import se.ledfyr.methods.wages.Work;

/// One claim for unpaid wages: its lines, what they add up to, and the page that can be taken along.
@Controller
@RequestMapping("/cases/{id}/justice/claims")
class ClaimController {

    private final WageClaims claims;
    private final LegalPage page;
    private final LegalWords words;

    ClaimController(WageClaims claims, LegalPage page, LegalWords words) {
        this.claims = claims;
        this.page = page;
        this.words = words;
    }

    @GetMapping("/new")
    @Transactional
    String blank(@PathVariable CaseId id, HttpServletRequest request, Model model) {
        return form(id, Form.with(words.texts(request), Map.of("holiday_pay", "12")), request, model);
    }

    @PostMapping("/new")
    String begin(
            @PathVariable CaseId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        page.file(id);
        Form form = new Form(sent, words.texts(request));
        NewClaim claim = new ClaimReader(form, words.reader(request)).claim();
        if (claim == null) {
            return form(id, form, request, model);
        }
        ClaimId begun = claims.begin(id, claim);
        next.addFlashAttribute("notice", "justice.claim.begun");
        return back(id, begun, "rates");
    }

    @GetMapping("/{claim}")
    @Transactional
    String show(@PathVariable CaseId id, @PathVariable ClaimId claim, HttpServletRequest request, Model model) {
        return show(claims.get(id, claim), Form.blank(words.texts(request)), request, model);
    }

    @GetMapping("/{claim}/statement")
    @Transactional
    String statement(@PathVariable CaseId id, @PathVariable ClaimId claim, HttpServletRequest request, Model model) {
        model.addAttribute("file", page.file(id));
        model.addAttribute("claim", claims.print(id, claim));
        model.addAttribute("words", words.reader(request));
        return "justice/statement";
    }

    @PostMapping("/{claim}/{part}")
    String add(
            @PathVariable CaseId id,
            @PathVariable ClaimId claim,
            @PathVariable String part,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Claim before = claims.get(id, claim);
        Form form = new Form(sent, words.texts(request));
        ClaimReader reader = new ClaimReader(form, words.reader(request));
        boolean done = switch (part) {
            case "rates" -> addRate(before, reader);
            case "work" -> addWork(before, reader);
            case "money" -> addMoney(before, form, reader);
            case "evidence" -> addEvidence(before, reader);
            case "holiday-pay" -> setHolidayPay(before, reader);
            default -> throw new NotHere();
        };
        if (!done) {
            return show(before, form, request, model);
        }
        next.addFlashAttribute("notice", "justice.saved");
        return back(id, claim, part);
    }

    @PostMapping("/{claim}/lines/{line}/strike")
    String strike(
            @PathVariable CaseId id, @PathVariable ClaimId claim, @PathVariable UUID line, RedirectAttributes next) {
        claims.strike(id, claim, line);
        next.addFlashAttribute("notice", "justice.line.struck");
        return back(id, claim, "sum");
    }

    @PostMapping("/{claim}/state/{state}")
    String state(
            @PathVariable CaseId id, @PathVariable ClaimId claim, @PathVariable String state, RedirectAttributes next) {
        for (ClaimState one : ClaimState.values()) {
            if (one.name().equals(state)) {
                claims.setState(id, claim, one);
                next.addFlashAttribute("notice", "justice.saved");
                return back(id, claim, "state");
            }
        }
        throw new NotHere();
    }

    private boolean addRate(Claim claim, ClaimReader reader) {
        Rate rate = reader.rate();
        if (rate != null) {
            claims.add(claim.caseId(), claim.id(), rate);
        }
        return rate != null;
    }

    private boolean addWork(Claim claim, ClaimReader reader) {
        Work work = reader.work("");
        if (work != null) {
            claims.add(claim.caseId(), claim.id(), work);
        }
        return work != null;
    }

    private boolean addMoney(Claim claim, Form form, ClaimReader reader) {
        Settled.Kind kind = ClaimReader.settledKind(form.one("money_kind")).orElse(null);
        if (kind == null) {
            form.wrong("money_kind", "justice.error.choose");
        }
        Settled settled = reader.settled("amount", kind == null ? Settled.Kind.PAID : kind, true);
        String what = form.code("what", "wage_money", reader.words());
        LocalDate day = form.past("on_day", false, reader.words().today());
        if (!form.isRight() || settled == null) {
            return false;
        }
        claims.add(claim.caseId(), claim.id(), settled, what, day);
        return true;
    }

    private boolean addEvidence(Claim claim, ClaimReader reader) {
        Evidence evidence = reader.evidence();
        if (evidence != null) {
            claims.add(claim.caseId(), claim.id(), evidence);
        }
        return evidence != null;
    }

    private boolean setHolidayPay(Claim claim, ClaimReader reader) {
        NewClaim changed = reader.claim();
        if (changed != null) {
            claims.setHolidayPay(claim.caseId(), claim.id(), changed.holidayPay(), changed.holidaySource());
        }
        return changed != null;
    }

    private String show(Claim claim, Form form, HttpServletRequest request, Model model) {
        model.addAttribute("file", page.file(claim.caseId()));
        model.addAttribute("claim", claim);
        model.addAttribute("form", form);
        model.addAttribute("words", words.reader(request));
        return "justice/claim";
    }

    private String form(CaseId id, Form form, HttpServletRequest request, Model model) {
        model.addAttribute("file", page.file(id));
        model.addAttribute("form", form);
        model.addAttribute("words", words.reader(request));
        return "justice/claim-form";
    }

    private static String back(CaseId id, ClaimId claim, String anchor) {
        return "redirect:/cases/" + id.value() + "/justice/claims/" + claim.value() + "#" + anchor;
    }
}
