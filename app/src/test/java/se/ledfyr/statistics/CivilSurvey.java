package se.ledfyr.statistics;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.ledfyr.surveys.Edition;
import se.ledfyr.surveys.Editions;
import se.ledfyr.surveys.Question;

/// Answered questionnaires put into a [Register] by SQL, as members of the platform sent them.
final class CivilSurvey {

    private final Register register;

    CivilSurvey(Register register) {
        this.register = register;
        register.addOrganisation("civila", "CIVIL_PLATFORM", null);
    }

    void add(String edition, List<Row> rows) {
        Edition asked = Editions.delivered().get(edition);
        rows.stream()
                .map(row -> row.get("reporting_organisation"))
                .collect(Collectors.toCollection(TreeSet::new))
                .forEach(this::member);
        register.sql()
                .transaction(all -> rows.forEach(row -> all.dsl()
                        .execute(
                                """
                        insert into surveys.contact (id, organisation, year, form, edition, definition_hash, state, answers, begun_at,
                                                     written_at, sent_at)
                        values (?::uuid, ?, ?, ?, ?, decode(?, 'hex'), 'SENT', ?::jsonb, now(), now(), now())
                        """,
                                row.get("person_id"),
                                Register.office(row.get("reporting_organisation")),
                                asked.year(),
                                asked.form().name(),
                                asked.id(),
                                HexFormat.of().formatHex(asked.hashBytes()),
                                answers(asked, row))));
    }

    private void member(String label) {
        if (register.sql()
                .fetch("select from surveys.participant where label = ?", label)
                .isEmpty()) {
            register.addOrganisation(label, "NGO", null);
            register.sql()
                    .execute(
                            "insert into surveys.participant (organisation, platform, label, joined_at) values (?, ?, ?, now())",
                            Register.office(label),
                            Register.office("civila"),
                            label);
        }
    }

    private static String answers(Edition edition, Row row) {
        return edition.questions().stream()
                .filter(question -> !row.get(question.key()).isEmpty())
                .map(question -> "\"%s\": %s".formatted(question.key(), answer(question, row.get(question.key()))))
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
}
