package se.ledfyr.reports.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.codes.Codes;
import se.ledfyr.organisations.Member;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.Members;
import se.ledfyr.pages.Languages;
import se.ledfyr.pages.Texts;
import se.ledfyr.reports.FaultyText;
import se.ledfyr.reports.MeanwhileWritten;
import se.ledfyr.reports.Report;
import se.ledfyr.reports.ReportTexts;
import se.ledfyr.reports.Reports;
import se.ledfyr.reports.TextFault;
import se.ledfyr.reports.TextVersion;

/// Writing the texts of the report: for the platform alone. Everybody who reads the report reads
/// what they said before.
@Controller
@RequestMapping(ReportController.PATH + "/texts/{slot}")
class TextController {

    private final ReportTexts reportTexts;
    private final Reports reports;
    private final Members members;
    private final Codes codes;
    private final Languages languages;

    TextController(ReportTexts reportTexts, Reports reports, Members members, Codes codes, Languages languages) {
        this.reportTexts = reportTexts;
        this.reports = reports;
        this.members = members;
        this.codes = codes;
        this.languages = languages;
    }

    @GetMapping
    String form(@PathVariable String slot, @RequestParam int year, HttpServletRequest request, Model model) {
        Acting.require(Right.COMPILE_CONTACTS);
        TextVersion last = reportTexts.get(year, slot);
        return show(year, slot, TextForm.of(last), Map.of(), request, model);
    }

    @PostMapping
    String write(
            @PathVariable String slot,
            @RequestParam int year,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String sv,
            @RequestParam(defaultValue = "") String en,
            @RequestParam(defaultValue = "") String sure,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        Acting.require(Right.COMPILE_CONTACTS);
        reportTexts.get(year, slot);
        Texts texts = languages.of(request);
        TextForm form = new TextForm(version, sv, en, List.of(), null);
        List<TextFault> bare = new ArrayList<>(reportTexts.check(year, sv));
        bare.addAll(reportTexts.check(year, en));
        try {
            if (!bare.isEmpty() && !sure.equals("yes")) {
                reportTexts.requireRight(year, sv, en);
                Map<String, String> errors = Map.of("sure", texts.get("reports.sure.needed"));
                return show(year, slot, form.warned(bare), errors, request, model);
            }
            reportTexts.write(year, slot, version, sv, en);
        } catch (FaultyText faulty) {
            return show(year, slot, form.warned(bare), errors(faulty, texts), request, model);
        } catch (MeanwhileWritten meanwhile) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            TextVersion theirs = reportTexts.get(year, slot);
            Map<String, String> errors = Map.of("sv", texts.get("reports.meanwhile"));
            return show(year, slot, form.against(theirs), errors, request, model);
        }
        next.addFlashAttribute("notice", "reports.saved");
        return "redirect:" + ReportController.PATH + "?year=" + year + "#t-" + slot;
    }

    @GetMapping("/history")
    String history(@PathVariable String slot, @RequestParam int year, HttpServletRequest request, Model model) {
        List<TextVersion> versions = reportTexts.list(year, slot);
        model.addAttribute("versions", versions);
        model.addAttribute("names", names());
        model.addAttribute("mayEdit", Acting.current().may(Right.COMPILE_CONTACTS));
        model.addAttribute("slot", slot);
        model.addAttribute("choice", Choice.of(year, null, Reports.LIMIT));
        return "reports/history";
    }

    @PostMapping("/return")
    String goBack(
            @PathVariable String slot,
            @RequestParam int year,
            @RequestParam int version,
            @RequestParam int to,
            RedirectAttributes next) {
        String back = ReportController.PATH + "/texts/" + slot + "/history?year=" + year;
        try {
            reportTexts.goBack(year, slot, version, to);
            next.addFlashAttribute("notice", "reports.returned");
        } catch (MeanwhileWritten meanwhile) {
            next.addFlashAttribute("bad", "reports.meanwhile.history");
        }
        return "redirect:" + back;
    }

    private String show(
            int year, String slot, TextForm form, Map<String, String> errors, HttpServletRequest request, Model model) {
        Report report = reports.get(year, Optional.empty(), Reports.LIMIT);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("slot", slot);
        model.addAttribute("choice", Choice.of(year, null, Reports.LIMIT));
        model.addAttribute("names", names());
        model.addAttribute("chapter", report.plan().chapterOf(slot).orElseThrow());
        model.addAttribute("places", new Places(report, codes.book(), languages.of(request)).near(slot));
        return "reports/text";
    }

    private Map<MemberId, String> names() {
        return members.list().stream().collect(Collectors.toMap(Member::id, Member::name));
    }

    private static Map<String, String> errors(FaultyText faulty, Texts texts) {
        Map<String, String> errors = new LinkedHashMap<>();
        put(errors, "sv", faulty.sv(), texts);
        put(errors, "en", faulty.en(), texts);
        return errors;
    }

    private static void put(Map<String, String> errors, String field, List<TextFault> faults, Texts texts) {
        if (!faults.isEmpty()) {
            errors.put(field, faults.stream().map(fault -> worded(fault, texts)).collect(Collectors.joining(" ")));
        }
    }

    static String worded(TextFault fault, Texts texts) {
        String what = texts.get(fault.key(), fault.arguments().toArray());
        return fault.quoted().isEmpty() ? what : texts.get("reports.fault.at", fault.line(), fault.quoted(), what);
    }
}
