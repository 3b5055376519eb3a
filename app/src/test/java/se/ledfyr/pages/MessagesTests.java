package se.ledfyr.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.ledfyr.audit.Action;
import se.ledfyr.people.Candidate;
import se.ledfyr.people.Doubt;

class MessagesTests {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Pattern ASKED_FOR = Pattern.compile("text\\(\"([a-z][A-Za-z0-9_.-]*[A-Za-z0-9])\"");
    private static final Pattern PLACE = Pattern.compile("\\{\\d\\}");

    @Test
    void everyTextIsThereInBothLanguages() throws IOException {
        assertThat(keys("sv")).isEqualTo(keys("en"));
    }

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        Properties swedish = read("sv");
        Properties english = read("en");
        for (String key : swedish.stringPropertyNames()) {
            assertThat(places(english.getProperty(key, ""))).as(key).isEqualTo(places(swedish.getProperty(key)));
        }
    }

    @Test
    void everyTextATemplateAsksForIsThere() throws IOException {
        Set<String> known = keys("sv");
        List<String> missing = new ArrayList<>();
        try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
            for (Path template :
                    templates.filter(file -> file.toString().endsWith(".jte")).toList()) {
                Matcher asked = ASKED_FOR.matcher(Files.readString(template));
                while (asked.find()) {
                    if (!known.contains(asked.group(1)) && !isBeginning(asked.group(1), known)) {
                        missing.add(template.getFileName() + ": " + asked.group(1));
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyCodedValueHasAText() throws IOException {
        Set<String> known = keys("sv");
        assertThat(known).containsAll(named("people.reason.", Candidate.Reason.values()));
        assertThat(known).containsAll(named("casework.doubt.", Doubt.values()));
        assertThat(known).containsAll(named("audit.action.", Action.values()));
    }

    /// `text("audit.action." + …)`: the whole key is known only when the page is made.
    private static boolean isBeginning(String asked, Set<String> known) {
        return known.stream().anyMatch(key -> key.startsWith(asked + "."));
    }

    private static List<String> named(String prefix, Enum<?>[] values) {
        return Arrays.stream(values).map(value -> prefix + value.name()).toList();
    }

    private static Set<String> keys(String language) throws IOException {
        return read(language).stringPropertyNames();
    }

    private static Properties read(String language) throws IOException {
        Properties all = new Properties();
        try (Stream<Path> files = Files.list(MESSAGES)) {
            for (Path file : files.filter(one -> one.toString().endsWith("_" + language + ".properties"))
                    .toList()) {
                try (Reader reader = Files.newBufferedReader(file)) {
                    all.load(reader);
                }
            }
        }
        return all;
    }

    private static Set<String> places(String text) {
        return new TreeSet<>(
                PLACE.matcher(text).results().map(found -> found.group()).toList());
    }
}
