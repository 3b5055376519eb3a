package se.ledfyr.pages;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The start page, assembled from the rooms that are open to the visitor, and the choice of language.
@Controller
class StartPage {

    private static final Duration REMEMBERED = Duration.ofDays(365);

    private final List<StartPart> parts;
    private final Pieces pieces;
    private final Languages languages;

    StartPage(List<StartPart> parts, Pieces pieces, Languages languages) {
        this.parts =
                parts.stream().sorted(Comparator.comparingInt(StartPart::order)).toList();
        this.pieces = pieces;
        this.languages = languages;
    }

    @GetMapping("/")
    String start(HttpServletRequest request, Model model) {
        Texts texts = languages.of(request);
        model.addAttribute("pieces", pieces);
        model.addAttribute(
                "parts", parts.stream().flatMap(part -> part.of(texts).stream()).toList());
        return "pages/start";
    }

    @PostMapping("/language")
    String choose(
            @RequestParam String language,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        Languages.ALL.stream()
                .filter(known -> known.getLanguage().equals(language))
                .forEach(known -> remember(known.getLanguage(), request, response));
        return "redirect:" + (isOwnAddress(back) ? back : "/");
    }

    private static void remember(String language, HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = new Cookie(Languages.COOKIE, language);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Strict");
        cookie.setMaxAge((int) REMEMBERED.toSeconds());
        response.addCookie(cookie);
    }

    /// Only an address on this site, as browsers write addresses: one slash, no second one, nothing to be filled in.
    private static boolean isOwnAddress(String back) {
        return back.startsWith("/")
                && !back.startsWith("//")
                && back.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\' && c != '{' && c != '}');
    }
}
