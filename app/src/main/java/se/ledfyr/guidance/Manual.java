package se.ledfyr.guidance;

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

/// Every edition of the national manual, read from `guidance/*.yaml` when Ledfyr starts. A new edition is a new file.
@Component
public class Manual {

    private final List<Edition> editions;

    Manual() {
        try {
            List<Edition> read = new ArrayList<>();
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:guidance/*.yaml")) {
                read.add(EditionReader.read(
                        Objects.requireNonNull(file.getFilename()), file.getContentAsString(StandardCharsets.UTF_8)));
            }
            read.sort(Comparator.comparing(Edition::validFrom));
            editions = List.copyOf(read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
                .orElseThrow(() -> new IllegalArgumentException("There was no manual on " + day));
    }

    public Optional<Edition> find(String id) {
        return editions.stream().filter(edition -> edition.id().equals(id)).findFirst();
    }
}
