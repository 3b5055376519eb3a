package se.ledfyr.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.codes.Code;
import se.ledfyr.codes.Codes;
import se.ledfyr.filing.FilingOutcome;
import se.ledfyr.intake.FaultTable;
import se.ledfyr.intake.FileIntake;
import se.ledfyr.intake.IntakeAnswer;
import se.ledfyr.intake.Templates;
import se.ledfyr.intake.Wording;
import se.ledfyr.pages.Languages;
import se.ledfyr.pages.Option;
import se.ledfyr.pages.Texts;
import se.ledfyr.surveys.Participants;
import se.ledfyr.surveys.SurveyYears;

/// Bringing a file in: sending it, seeing what became of it, agreeing to corrections.
@Controller
class ImportController {

    private static final int SHOWN_FILES = 20;
    private static final String USUAL_KIND = "coordinator_registrations";

    private final FileIntake intake;
    private final Uploads uploads;
    private final Codes codes;
    private final Participants participants;
    private final SurveyYears years;
    private final Languages languages;
    private final Clock clock;

    ImportController(
            FileIntake intake,
            Uploads uploads,
            Codes codes,
            Participants participants,
            SurveyYears years,
            Languages languages,
            Clock clock) {
        this.intake = intake;
        this.uploads = uploads;
        this.participants = participants;
        this.years = years;
        this.codes = codes;
        this.languages = languages;
        this.clock = clock;
    }

    @GetMapping("/import")
    String start(HttpServletRequest request, Model model) {
        model.addAttribute("taken", intake.listTaken(SHOWN_FILES));
        model.addAttribute("kinds", Templates.kinds());
        model.addAttribute("years", surveyYears());
        model.addAttribute("words", new Wording(languages.of(request)));
        return "intake/import";
    }

    @PostMapping("/import")
    String send(
            @RequestParam @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable Integer year,
            HttpServletRequest request,
            Model model)
            throws IOException {
        Acting.require(Right.WORK_WITH_PEOPLE);
        if (file == null
                || file.getOriginalFilename() == null
                || file.getOriginalFilename().isEmpty()) {
            model.addAttribute("error", languages.of(request).get("intake.choose"));
            return start(request, model);
        }
        try (InputStream content = file.getInputStream()) {
            return "redirect:/import/" + uploads.take(content, year);
        }
    }

    /// The years one can say a file is of; none for whoever brings no questionnaires.
    private List<Option> surveyYears() {
        return participants.ownLabel().isEmpty()
                ? List.of()
                : years.list().stream()
                        .map(year -> new Option(year.toString(), year.toString(), false))
                        .toList();
    }

    @GetMapping("/import/{name}")
    String answer(@PathVariable String name, HttpServletRequest request, Model model) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        KeptAnswer kept = uploads.get(name);
        IntakeAnswer answer = kept.answer();
        model.addAttribute("name", name);
        model.addAttribute("answer", answer);
        model.addAttribute("awaited", kept.file() != null);
        model.addAttribute("faults", ShownFault.of(answer, new Wording(languages.of(request))));
        model.addAttribute("count", faultCount(answer));
        model.addAttribute("regions", regions(languages.of(request).language()));
        return "intake/answer";
    }

    /// What each police region is called.
    private Map<String, String> regions(Locale language) {
        return codes.book().list("police_region", LocalDate.now(clock)).stream()
                .collect(Collectors.toMap(Code::code, code -> code.label(language)));
    }

    @PostMapping("/import/{name}/yes")
    String agree(@PathVariable String name) throws IOException {
        Acting.require(Right.WORK_WITH_PEOPLE);
        uploads.agree(name);
        return "redirect:/import/" + name;
    }

    @GetMapping("/import/{name}/faults.csv")
    void faults(@PathVariable String name, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Acting.require(Right.WORK_WITH_PEOPLE);
        Texts texts = languages.of(request);
        FaultTable table = new FaultTable(
                texts.get("intake.line"),
                texts.get("intake.column"),
                texts.get("intake.value"),
                texts.get("intake.allowed"));
        ShownFault.of(uploads.get(name).answer(), new Wording(texts))
                .forEach(fault -> table.add(fault.line(), fault.column(), fault.value(), fault.allowed()));
        attach(response, "text/csv;charset=UTF-8", texts.get("intake.faults.file") + ".csv");
        response.getOutputStream().write(table.csv().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/import/template.csv")
    void csvTemplate(
            @RequestParam(defaultValue = USUAL_KIND) String kind,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        String file = templateName(kind, languages.of(request));
        attach(response, "text/csv;charset=UTF-8", file + ".csv");
        response.getOutputStream().write(Templates.csv(kind));
    }

    @GetMapping("/import/template.xlsx")
    void workbookTemplate(
            @RequestParam(defaultValue = USUAL_KIND) String kind,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Texts texts = languages.of(request);
        attach(response, ExportController.XLSX, templateName(kind, texts) + ".xlsx");
        Templates.xlsx(
                kind,
                new Wording(texts),
                texts.language(),
                codes.book(),
                LocalDate.now(clock),
                response.getOutputStream());
    }

    /// A kind that does not exist is answered like everything that is not here.
    private static String templateName(String kind, Texts texts) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        if (!Templates.kinds().contains(kind)) {
            throw new NotHere();
        }
        return new Wording(texts).kind("intake.template.file.", kind);
    }

    static void attach(HttpServletResponse response, String type, String file) {
        response.setContentType(type);
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(file, StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }

    private static long faultCount(IntakeAnswer answer) {
        return answer.filing() instanceof FilingOutcome.InConflict conflict
                ? conflict.count()
                : answer.verdict().faultCount();
    }
}
