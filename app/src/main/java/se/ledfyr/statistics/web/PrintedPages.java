package se.ledfyr.statistics.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.methods.printed.Claim;
import se.ledfyr.methods.printed.Finding;
import se.ledfyr.pages.Languages;
import se.ledfyr.pages.Texts;
import se.ledfyr.statistics.PrintedFigures;
import se.ledfyr.statistics.PrintedSheet;

/// Checking printed figures: claims and tables go in, what does not add up comes out.
@Controller
@RequestMapping(PrintedPages.PATH)
class PrintedPages {

    static final String PATH = "/statistics/printed";

    private static final int MOST_CHARACTERS = 200_000;
    private static final int MOST_SOURCE = 200;

    private final PrintedFigures printed;
    private final Languages languages;

    PrintedPages(PrintedFigures printed, Languages languages) {
        this.printed = printed;
        this.languages = languages;
    }

    @GetMapping
    String form(Model model) {
        Acting.require(Right.READ_FACTS);
        model.addAttribute("it", PrintedPage.empty(mayKeep()));
        return "statistics/printed";
    }

    @PostMapping
    String check(
            @RequestParam(defaultValue = "") String claims,
            @RequestParam(defaultValue = "") String figures,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String keep,
            @RequestParam @Nullable MultipartFile file,
            HttpServletRequest request,
            Model model)
            throws IOException {
        Acting.require(Right.READ_FACTS);
        Texts texts = languages.of(request);
        String table = file == null || file.isEmpty() ? figures : content(file);
        List<String> errors = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        claims.lines().filter(line -> !line.isBlank()).forEach(line -> {
            try {
                findings.add(Claim.parse(line).check());
            } catch (IllegalArgumentException notAClaim) {
                errors.add(texts.get("statistics.printed.error.claim", line));
            }
        });
        PrintedPage page = PrintedPage.empty(mayKeep()).asked(claims, table, source);
        if (!table.isBlank()) {
            page = withTable(page, table, source, !keep.isEmpty(), findings, errors, texts);
        }
        model.addAttribute("it", page.found(findings, errors));
        return "statistics/printed";
    }

    private PrintedPage withTable(
            PrintedPage page,
            String table,
            String source,
            boolean keep,
            List<Finding> findings,
            List<String> errors,
            Texts texts) {
        try {
            PrintedSheet sheet = PrintedSheet.read(table.substring(0, Math.min(table.length(), MOST_CHARACTERS)));
            sheet.figures().claims().stream().map(Claim::check).forEach(findings::add);
            PrintedPage shown = page.beside(printed.beside(sheet));
            if (keep && mayKeep()) {
                return kept(shown, sheet, source.strip(), errors, texts);
            }
            return shown;
        } catch (IllegalArgumentException notATable) {
            errors.add(texts.get("statistics.printed.error.table", String.valueOf(notATable.getMessage())));
            return page;
        }
    }

    private PrintedPage kept(PrintedPage page, PrintedSheet sheet, String source, List<String> errors, Texts texts) {
        if (source.isEmpty() || source.length() > MOST_SOURCE || page.cells().isEmpty()) {
            errors.add(texts.get("statistics.printed.error.keep"));
            return page;
        }
        printed.keep(sheet, source);
        return page.kept(true);
    }

    private static String content(MultipartFile file) throws IOException {
        byte[] bytes = file.getInputStream().readNBytes(MOST_CHARACTERS);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static boolean mayKeep() {
        return Acting.current().may(Right.READ_NATIONAL_FACTS);
    }
}
