package se.ledfyr.benchmarks;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One signed-in visitor on this machine, who sends what a browser would send and follows redirects by hand so that
/// each answer is measured alone.
final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .connectTimeout(Duration.ofSeconds(10))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final String base;
    private String token = "";

    Browser(int port) {
        this.base = "http://localhost:" + port;
    }

    /// @param took nanoseconds until the whole answer was there
    record Answer(int status, String body, String location, long took) {

        boolean isRedirect() {
            return status == 302 || status == 303;
        }
    }

    void signIn(String login, String password) throws IOException, InterruptedException {
        get("/sign-in");
        Answer answer = post("/sign-in", Map.of("login", List.of(login), "password", List.of(password)));
        if (!answer.isRedirect()) {
            throw new IOException("Signing in was refused");
        }
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
    }

    Answer post(String path, Map<String, List<String>> form) throws IOException, InterruptedException {
        String fields = form.entrySet().stream()
                .flatMap(field -> field.getValue().stream().map(value -> field.getKey() + "=" + encode(value)))
                .collect(Collectors.joining("&", "_csrf=" + encode(token) + "&", ""));
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields)));
    }

    Answer upload(String path, String field, String file, byte[] content) throws IOException, InterruptedException {
        String boundary = "ledfyr-benchmark-boundary";
        String head = "--%s\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n%s\r\n".formatted(boundary, token)
                + "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: text/csv\r\n\r\n"
                        .formatted(boundary, field, file);
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.concat(
                        HttpRequest.BodyPublishers.ofString(head),
                        HttpRequest.BodyPublishers.ofByteArray(content),
                        HttpRequest.BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"))));
    }

    /// How many bytes came; what they say is thrown away.
    long download(String path) throws IOException, InterruptedException {
        HttpResponse<java.io.InputStream> answer = client.send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .timeout(Duration.ofMinutes(5))
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        try (java.io.InputStream in = answer.body()) {
            long bytes = in.transferTo(java.io.OutputStream.nullOutputStream());
            return answer.statusCode() == 200 ? bytes : -answer.statusCode();
        }
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        long start = System.nanoTime();
        HttpResponse<String> answer = client.send(
                request.timeout(Duration.ofMinutes(5)).build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        long took = System.nanoTime() - start;
        Matcher found = TOKEN.matcher(answer.body());
        if (found.find()) {
            token = found.group(1);
        }
        String location = answer.headers().firstValue("location").orElse("");
        return new Answer(answer.statusCode(), answer.body(), location.replaceFirst("^https?://[^/]+", ""), took);
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
