package se.ledfyr.surveys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// Every edition of the questionnaires, read from `surveys/*.yaml` when Ledfyr starts.
///
/// `surveys/delivered.tsv` holds the hash of each: a file that says anything else than when it was delivered stops
/// the start, because answers would then come to mean what nobody answered. So does a question of a later year that
/// does not say how it stands to the year before.
@Component
public final class Editions {

    private static final String FOLDER = "classpath:surveys/";
    private static final Editions DELIVERED = new Editions(read());

    private final List<Edition> editions;

    Editions() {
        this(DELIVERED.editions);
    }

    private Editions(List<Edition> editions) {
        this.editions = editions.stream()
                .sorted(Comparator.comparing(Edition::year)
                        .thenComparing(Edition::form)
                        .thenComparing(Edition::revision))
                .toList();
        Continuity.require(this.editions);
    }

    /// Those in the program, without a database.
    public static Editions delivered() {
        return DELIVERED;
    }

    /// These editions and one more, as after a change of a questionnaire.
    ///
    /// @throws IllegalArgumentException when the edition is there already
    public Editions with(Edition next) {
        if (find(next.id()).isPresent()) {
            throw new IllegalArgumentException("A delivered edition never changes: " + next.id());
        }
        List<Edition> all = new ArrayList<>(editions);
        all.add(next);
        return new Editions(all);
    }

    /// All editions, the oldest first.
    public List<Edition> list() {
        return editions;
    }

    public Optional<Edition> find(String id) {
        return editions.stream().filter(edition -> edition.id().equals(id)).findFirst();
    }

    /// @throws IllegalArgumentException for an edition that was never delivered
    public Edition get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("No such edition: " + id));
    }

    /// The edition that new contacts of a year are answered in: the last revision.
    public Optional<Edition> current(SurveyForm form, int year) {
        return editions.reversed().stream()
                .filter(edition -> edition.form() == form && edition.year() == year)
                .findFirst();
    }

    /// The years that there are questionnaires for, newest first.
    public List<Integer> years() {
        return editions.reversed().stream().map(Edition::year).distinct().toList();
    }

    private static List<Edition> read() {
        try {
            PathMatchingResourcePatternResolver files = new PathMatchingResourcePatternResolver();
            Map<String, String> delivered = hashes(files.getResource(FOLDER + "delivered.tsv"));
            List<Edition> read = new ArrayList<>();
            for (Resource file : files.getResources("classpath*:surveys/*.yaml")) {
                read.add(read(Objects.requireNonNull(file.getFilename()), file.getContentAsByteArray(), delivered));
            }
            if (read.size() != delivered.size()) {
                throw new IllegalStateException("An edition was delivered and is not here: " + delivered.keySet());
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param delivered hash of each delivered edition, as hexadecimal digits
    /// @throws IllegalStateException when the file is not what was delivered
    static Edition read(String file, byte[] content, Map<String, String> delivered) {
        byte[] hash = sha256(content);
        String id = file.replace(".yaml", "");
        if (!HexFormat.of().formatHex(hash).equals(delivered.get(id))) {
            throw new IllegalStateException(
                    "surveys/%s is not what was delivered; a change is a new revision".formatted(file));
        }
        List<Byte> bytes = new ArrayList<>();
        for (byte each : hash) {
            bytes.add(each);
        }
        return EditionReader.read(file, new String(content, StandardCharsets.UTF_8), bytes);
    }

    private static Map<String, String> hashes(Resource file) throws IOException {
        Map<String, String> hashes = new LinkedHashMap<>();
        file.getContentAsString(StandardCharsets.UTF_8).lines().skip(1).forEach(line -> {
            String[] cells = line.split("\t", -1);
            hashes.put(cells[0], cells[1]);
        });
        return hashes;
    }

    static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
