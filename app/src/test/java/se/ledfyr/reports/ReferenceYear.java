package se.ledfyr.reports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.personas.Personas.Place;
import se.ledfyr.surveys.Edition;
import se.ledfyr.surveys.Editions;
import se.ledfyr.surveys.Question;

/// The reference year 2025, sent by an association that only this is for, and taken away again:
/// other tests count too.
public final class ReferenceYear implements AutoCloseable {

    private static final UUID SENDER = new UUID(0x1ed2L, 0x4e9001L);

    /// Comes into the database.
    public ReferenceYear() {
        close();
        TestInstallation.owner()
                .sql("insert into organisations.organisation (id, name, kind, created_at)"
                        + " values (?, 'Föreningen Referens (prov)', 'NGO', now()) on conflict do nothing")
                .param(SENDER)
                .update();
        TestInstallation.owner()
                .sql("insert into surveys.participant (organisation, platform, label, joined_at)"
                        + " values (?, ?, 'ORG-99', now()) on conflict do nothing")
                .params(List.of(SENDER, Place.PLATFORM.id().value()))
                .update();
        send("adult-2025", "civil_adults_2025.csv");
        send("child-2025", "civil_children_2025.csv");
    }

    /// One more adult, so that something has changed.
    public static void oneMore() {
        TestInstallation.owner()
                .sql(
                        "insert into surveys.contact (id, organisation, year, form, edition, definition_hash, state, answers, begun_at,"
                                + " written_at, sent_at) select gen_random_uuid(), organisation, year, form, edition, definition_hash, state,"
                                + " answers, begun_at, written_at, sent_at from surveys.contact where organisation = ? and form = 'ADULT'"
                                + " and exposure = 'direct' limit 1")
                .param(SENDER)
                .update();
    }

    private static void send(String name, String file) {
        Edition edition = Editions.delivered().get(name);
        for (Map<String, String> row : rows(file)) {
            TestInstallation.owner()
                    .sql("""
                            insert into surveys.contact (id, organisation, year, form, edition, definition_hash, state, answers, begun_at,
                                                         written_at, sent_at)
                            values (gen_random_uuid(), ?, ?, ?, ?, decode(?, 'hex'), 'SENT', ?::jsonb, now(), now(), now())
                            """)
                    .params(List.of(
                            SENDER,
                            edition.year(),
                            edition.form().name(),
                            edition.id(),
                            HexFormat.of().formatHex(edition.hashBytes()),
                            answers(edition, row)))
                    .update();
        }
    }

    private static List<Map<String, String>> rows(String file) {
        try (BufferedReader text = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ReferenceYear.class.getResourceAsStream("/reference/" + file)),
                StandardCharsets.UTF_8))) {
            List<String> header = Arrays.asList(text.readLine().split(",", -1));
            return text.lines()
                    .map(line -> {
                        String[] cells = line.split(",", -1);
                        Map<String, String> row = new LinkedHashMap<>();
                        for (int i = 0; i < cells.length; i++) {
                            row.put(header.get(i), cells[i]);
                        }
                        return row;
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String answers(Edition edition, Map<String, String> row) {
        return edition.questions().stream()
                .filter(question -> !row.getOrDefault(question.key(), "").isEmpty())
                .map(question ->
                        "\"%s\": %s".formatted(question.key(), answer(question, row.getOrDefault(question.key(), ""))))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String answer(Question question, String cell) {
        return switch (question.type()) {
            case ONE, MANY, COUNTRY ->
                Arrays.stream(cell.split(";"))
                        .map("\"%s\""::formatted)
                        .collect(Collectors.joining(", ", "{\"codes\": [", "]}"));
            case YES_NO, NUMBER -> "{\"value\": %s}".formatted(cell);
            case SLUG, CONTACT -> "{\"value\": \"%s\"}".formatted(cell);
        };
    }

    @Override
    public void close() {
        for (String table : List.of("contact", "reminder", "membership", "participant")) {
            TestInstallation.owner()
                    .sql("delete from surveys.%s where organisation = ?".formatted(table))
                    .param(SENDER)
                    .update();
        }
    }
}
