package se.ledfyr.permits;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// Every edition of the rules of the reflection period, read from `permits/eligibility-*.yaml` when Ledfyr starts. A
/// change of the law is a new file.
@Component
public class Editions {

    private final List<Edition> editions;

    Editions() {
        this(read());
    }

    private Editions(List<Edition> editions) {
        this.editions = editions.stream()
                .sorted(Comparator.comparing(Edition::validFrom))
                .toList();
    }

    /// These editions and one more, as after a change of the law.
    Editions with(Edition next) {
        List<Edition> all = new ArrayList<>(editions);
        all.add(next);
        return new Editions(all);
    }

    /// All editions, the oldest first.
    public List<Edition> list() {
        return editions;
    }

    /// The edition that holds on a day.
    ///
    /// @throws IllegalArgumentException for a day before the first
    public Edition on(LocalDate day) {
        return editions.reversed().stream()
                .filter(edition -> !edition.validFrom().isAfter(day))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There were no rules on " + day));
    }

    public Optional<Edition> find(String id) {
        return editions.stream().filter(edition -> edition.id().equals(id)).findFirst();
    }

    private static List<Edition> read() {
        try {
            List<Edition> read = new ArrayList<>();
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath:permits/eligibility-*.yaml")) {
                read.add(EditionReader.read(
                        Objects.requireNonNull(file.getFilename()), file.getContentAsString(StandardCharsets.UTF_8)));
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
