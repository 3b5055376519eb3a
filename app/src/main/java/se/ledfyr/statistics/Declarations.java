package se.ledfyr.statistics;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import se.ledfyr.codes.CodeBook;

/// All declared tables, read from `statistics/populations/*.yaml` and `statistics/tables/*.yaml` when Ledfyr
/// starts.
@Component
class Declarations {

    private final Map<String, PublishedTable> tables;

    Declarations() {
        this(files("statistics/populations"), files("statistics/tables"));
    }

    Declarations(List<YamlPart> populationFiles, List<YamlPart> tableFiles) {
        Map<String, Population> populations = new LinkedHashMap<>();
        for (YamlPart file : populationFiles) {
            Population population = DeclarationReader.population(file);
            once(file, population.id(), populations.put(population.id(), population));
        }
        DeclarationReader reader =
                new DeclarationReader(populations, list -> CodeBook.delivered().has(list), Declarations::codes);
        // A table made from another is read after it.
        Map<String, PublishedTable> read = new LinkedHashMap<>();
        tableFiles.stream()
                .sorted(Comparator.comparing(DeclarationReader::isChange))
                .forEach(file -> {
                    PublishedTable table = reader.table(file, read);
                    once(file, table.id(), read.put(table.id(), table));
                });
        tables = read;
    }

    /// In printed order.
    List<PublishedTable> list() {
        return tables.values().stream()
                .sorted(Comparator.comparingInt(PublishedTable::order).thenComparing(PublishedTable::id))
                .toList();
    }

    Optional<PublishedTable> find(String id) {
        return Optional.ofNullable(tables.get(id));
    }

    /// Every code that a list ever had: somebody may have been counted under one that is used no longer.
    private static List<Dimension.OwnCode> codes(String list) {
        return CodeBook.delivered().listEver(list).stream()
                .map(code -> new Dimension.OwnCode(
                        code.code(), new Bilingual(code.label(Locale.of("sv")), code.label(Locale.ENGLISH))))
                .toList();
    }

    private static void once(YamlPart file, String id, @org.jspecify.annotations.Nullable Object before) {
        if (before != null) {
            throw file.broken("'%s' is declared twice".formatted(id));
        }
        if (!file.file().endsWith(id + ".yaml")) {
            throw file.broken("'%s' stands in a file of its own name".formatted(id));
        }
    }

    private static List<YamlPart> files(String folder) {
        try {
            Resource[] found =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "/*.yaml");
            List<YamlPart> files = new ArrayList<>();
            for (Resource file : Arrays.asList(found)) {
                try (InputStreamReader text = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    files.add(YamlPart.read(folder + "/" + file.getFilename(), text));
                }
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
