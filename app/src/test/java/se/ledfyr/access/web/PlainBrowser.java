package se.ledfyr.access.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.ledfyr.personas.Personas;
import se.ledfyr.personas.SigningIn;

/// A browser reduced to what matters at the door: addresses, forms, cookies. It follows no redirects by itself.
public final class PlainBrowser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String address;

    public PlainBrowser(int port) {
        this.address = "http://localhost:" + port;
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address + path)));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /// Sends a form with the token of `page`.
    public HttpResponse<String> post(String page, String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(get(page).body());
        String csrf = token.find() ? "&_csrf=" + encode(token.group(1)) : "";
        return postWithoutToken(path, fields, csrf);
    }

    public HttpResponse<String> postWithoutToken(String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        return postWithoutToken(path, fields, "");
    }

    private HttpResponse<String> postWithoutToken(String path, Map<String, String> fields, String more)
            throws IOException, InterruptedException {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form + more)));
    }

    public HttpResponse<String> signIn(Personas persona) throws IOException, InterruptedException {
        return post("/sign-in", "/sign-in", Map.of("login", persona.login(), "password", SigningIn.PASSWORD));
    }

    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(java.net.HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
