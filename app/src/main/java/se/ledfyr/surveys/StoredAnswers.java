package se.ledfyr.surveys;

import static se.ledfyr.surveys.internal.tables.Contact.CONTACT;

import java.util.HexFormat;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.ledfyr.filing.ColumnType;
import se.ledfyr.filing.FiledColumn;

/// Statements that make stored answers of the typed columns of a file. Keys and columns come from delivered editions
/// alone, and those are names.
final class StoredAnswers {

    private StoredAnswers() {}

    /// The column of the rows of a file, and where there is one also the column beside the answers that repeats what a
    /// question was answered with.
    static String columnOf(Question question) {
        return question.key().equals("contact") ? "contact_kind" : question.key();
    }

    /// How an answer is read that no column repeats, as every question of a later year; null where a column does.
    static @Nullable String readOut(Question question) {
        if (CONTACT.field(columnOf(question)) != null) {
            return null;
        }
        return switch (question.type()) {
            case ONE, COUNTRY -> read("code", question);
            case MANY -> read("codes", question);
            case YES_NO -> read("value", question) + "::boolean";
            case NUMBER -> read("value", question) + "::int";
            case SLUG -> read("value", question);
            case CONTACT -> read("value", question) + "::uuid";
        };
    }

    private static String read(String function, Question question) {
        return "surveys.%s(%%s.answers, '%s')".formatted(function, question.key());
    }

    static FiledColumn filed(Question question) {
        return new FiledColumn(question.key(), columnOf(question), type(question), readOut(question));
    }

    private static ColumnType type(Question question) {
        return switch (question.type()) {
            case ONE, COUNTRY, SLUG -> ColumnType.TEXT;
            case MANY -> ColumnType.TEXTS;
            case YES_NO -> ColumnType.TRUTH;
            case NUMBER -> ColumnType.WHOLE;
            case CONTACT -> ColumnType.ID;
        };
    }

    static String add(Edition edition) {
        return """
                insert into surveys.contact (id, organisation, year, form, edition, definition_hash, state, answers, begun_at, written_by,
                                             written_at, sent_at)
                select f.id, f.owner, %d, '%s', '%s', decode('%s', 'hex'), 'SENT', %s, m.now, m.member, m.later, m.now
                from filed f
                         cross join (select ?::timestamptz as now, ?::uuid as member, ?::timestamptz as later) m
                where f.owner = ? and not f.known
                """.formatted(
                        edition.year(),
                        edition.form().name(),
                        edition.id(),
                        HexFormat.of().formatHex(edition.hashBytes()),
                        answers(edition, StoredAnswers::stored));
    }

    /// Only what differs is written: that something is not known is nothing a file can say, and so nothing it takes
    /// away.
    static String correct(Edition edition) {
        String changed = edition.questions().stream()
                .map(question -> "case when %s then '%s' end".formatted(differs(question), question.key()))
                .collect(Collectors.joining(", "));
        return """
                update surveys.contact r
                set answers = (r.answers - array_remove(array [%s]::text[], null)) || %s,
                    state = 'SENT', sent_at = coalesce(r.sent_at, m.now), version = r.version + 1, written_at = m.now
                from filed f
                         cross join (select ?::timestamptz as now) m
                where f.id = r.id and f.owner = r.organisation and f.owner = ? and f.changed
                """.formatted(
                        changed,
                        answers(
                                edition,
                                question -> "case when %s then %s end".formatted(differs(question), stored(question))));
    }

    private static String answers(Edition edition, Function<Question, String> value) {
        return edition.questions().stream()
                .map(question -> "'%s', %s".formatted(question.key(), value.apply(question)))
                .collect(Collectors.joining(", ", "jsonb_strip_nulls(jsonb_build_object(", "))"));
    }

    private static String differs(Question question) {
        String kept = filed(question).in("r");
        String column = "f." + columnOf(question);
        return question.type() == QuestionType.MANY
                ? "not (%1$s <@ %2$s and %2$s <@ %1$s)".formatted(kept, column)
                : "%s is distinct from %s".formatted(kept, column);
    }

    private static String stored(Question question) {
        String column = "f." + columnOf(question);
        return switch (question.type()) {
            case ONE, COUNTRY ->
                "case when %1$s is not null then jsonb_build_object('codes', jsonb_build_array(%1$s)) end"
                        .formatted(column);
            case MANY ->
                "case when cardinality(%1$s) > 0 then jsonb_build_object('codes', to_jsonb(%1$s)) end"
                        .formatted(column);
            case YES_NO, NUMBER, SLUG, CONTACT ->
                "case when %1$s is not null then jsonb_build_object('value', %1$s) end".formatted(column);
        };
    }
}
