package se.ledfyr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the house asks of every file, so that no review has to.
class HouseRulesTests {

    private static final int LONGEST_TYPE = 300;
    private static final double HIDDEN_AT_LEAST = 0.30;
    private static final Pattern PUBLIC_TYPE =
            Pattern.compile("^public ([a-z-]+ )*(class|record|interface|enum|@interface)", Pattern.MULTILINE);
    private static final Pattern LEFT_FOR_LATER = Pattern.compile("\\b(TODO|FIXME|XXX)\\b");
    private static final Pattern SPEAKS_PAST_THE_LOG = Pattern.compile("printStackTrace\\(");
    private static final Pattern UNDOCUMENTED = Pattern.compile(
            "(?m)^(?!///)(?!@)(?! )[^\\n]*\\n+public ([a-z-]+ )*(class|record|interface|enum|@interface)");

    @Test
    void mostTypesAreHidden() {
        List<Path> types = types();
        long hidden = types.stream()
                .filter(file -> !PUBLIC_TYPE.matcher(read(file)).find())
                .count();

        assertThat((double) hidden / types.size()).isGreaterThanOrEqualTo(HIDDEN_AT_LEAST);
    }

    @Test
    void noTypeIsTooLongToRead() {
        assertThat(types())
                .allSatisfy(file -> assertThat(read(file).lines().count())
                        .as(file.toString())
                        .isLessThanOrEqualTo(LONGEST_TYPE));
    }

    @Test
    void nothingIsLeftForLater() {
        assertThat(types()).allSatisfy(file -> {
            assertThat(LEFT_FOR_LATER.matcher(read(file)).find())
                    .as(file.toString())
                    .isFalse();
            assertThat(SPEAKS_PAST_THE_LOG.matcher(read(file)).find())
                    .as(file.toString())
                    .isFalse();
        });
    }

    @Test
    void everyPublicTypeSaysWhatItIs() {
        assertThat(types())
                .allSatisfy(file -> assertThat(UNDOCUMENTED.matcher(read(file)).find())
                        .as(file.toString())
                        .isFalse());
    }

    @Test
    void everyPackageSaysWhatItIsFor() {
        assertThat(files("src/main/java").filter(file -> file.endsWith("package-info.java")))
                .allSatisfy(file -> assertThat(read(file)).as(file.toString()).startsWith("///"));
    }

    private static List<Path> types() {
        return files("src/main/java")
                .filter(file -> !file.endsWith("package-info.java"))
                .toList();
    }

    private static Stream<Path> files(String root) {
        try (Stream<Path> all = Files.walk(Path.of(root))) {
            return all.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
