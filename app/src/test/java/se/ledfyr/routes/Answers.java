package se.ledfyr.routes;

import java.nio.charset.StandardCharsets;
import org.springframework.mock.web.MockHttpServletResponse;

/// Answers of two offices as they are laid beside each other: without what is drawn anew each time.
final class Answers {

    static final String ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    private Answers() {}

    static String normal(MockHttpServletResponse answer) throws Exception {
        return answer.getStatus() + " "
                + (answer.getRedirectedUrl() == null
                        ? ""
                        : answer.getRedirectedUrl().replaceAll(ID, "id").replaceAll("/import/[0-9a-f]{32}", "file "))
                + plain(answer)
                        .replaceAll("Föreningen Krets [0-9a-f]{8}", "office")
                        .replaceAll("/import/[0-9a-f]{32}", "file")
                        // Who has read what is this test's own doing, and different in the two.
                        .replaceAll("(?s)\\s*<tr><td class=\"nowrap\"></td><td>.*?</tr>", "")
                        .replaceAll("(data-label=\"Nummer\">)[^<]+", "$1")
                        .replaceAll("[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}", "reference")
                        .replaceAll("(class=\"nowrap\">)[0-9A-F]{8}<", "$1reference<")
                        // What a return or an application is called on its page.
                        .replaceAll("(Återvändande |id\">|<code>)[0-9A-F]{8}\\b", "$1reference")
                        .replaceAll("Krets ([A-Z]+) [0-9a-f]{4}", "Krets $1");
    }

    static String plain(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(StandardCharsets.UTF_8)
                .replaceAll("(name=\"(?:_csrf|once)\" value=\")[^\"]+", "$1")
                .replaceAll(ID, "id")
                .replaceAll(
                        "datetime=\"[^\"]+\"|\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d(:\\d\\d)?|\\d\\d:\\d\\d:\\d\\d", "");
    }

    static String firstDifference(String here, String there) {
        int at = 0;
        while (at < Math.min(here.length(), there.length()) && here.charAt(at) == there.charAt(at)) {
            at++;
        }
        return here.substring(Math.max(0, at - 80), Math.min(here.length(), at + 160)) + "\n—\n"
                + there.substring(Math.max(0, at - 80), Math.min(there.length(), at + 160));
    }
}
