package se.ledfyr.pages;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// The languages Ledfyr speaks, each read from the message files of all modules:
/// `messages/<module>_<language>.properties`.
@Component
public class Languages {

    public static final Locale SWEDISH = Locale.of("sv");
    public static final Locale ENGLISH = Locale.of("en");

    static final List<Locale> ALL = List.of(SWEDISH, ENGLISH);
    static final String COOKIE = "ledfyr-language";

    private final Map<Locale, Texts> texts;

    Languages() {
        Map<Locale, Texts> read = new HashMap<>();
        for (Locale language : ALL) {
            read.put(language, new Texts(language, messages(language)));
        }
        texts = Map.copyOf(read);
    }

    /// @throws IllegalArgumentException for a language that Ledfyr does not speak
    public Texts in(Locale language) {
        Texts found = texts.get(language);
        if (found == null) {
            throw new IllegalArgumentException("No such language: " + language);
        }
        return found;
    }

    /// The texts of one module alone, for commands that run without the application.
    ///
    /// @throws IllegalArgumentException for a language that Ledfyr does not speak
    public static Texts ofModule(String module, Locale language) {
        String name = "/messages/%s_%s.properties".formatted(module, language.getLanguage());
        try (InputStream file = Languages.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalArgumentException("No such language: " + language);
            }
            Map<String, String> messages = new HashMap<>();
            read(file).forEach((key, text) -> messages.put((String) key, (String) text));
            return new Texts(language, messages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The texts for a request: the language chosen before, else the browser's, else Swedish.
    public Texts of(HttpServletRequest request) {
        return in(chosen(request).orElseGet(() -> asked(request)));
    }

    private static Optional<Locale> chosen(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .flatMap(cookie ->
                        ALL.stream().filter(language -> language.getLanguage().equals(cookie.getValue())))
                .findFirst();
    }

    private static Locale asked(HttpServletRequest request) {
        String header = request.getHeader("Accept-Language");
        if (header == null) {
            return SWEDISH;
        }
        try {
            Locale match = Locale.lookup(Locale.LanguageRange.parse(header), ALL);
            return match == null ? SWEDISH : match;
        } catch (IllegalArgumentException malformed) {
            return SWEDISH;
        }
    }

    private static Map<String, String> messages(Locale language) {
        String pattern = "classpath*:messages/*_%s.properties".formatted(language.getLanguage());
        Map<String, String> all = new HashMap<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                read(file.getInputStream()).forEach((key, text) -> all.put((String) key, (String) text));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static Properties read(InputStream file) throws IOException {
        Properties properties = new Properties();
        try (InputStreamReader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
