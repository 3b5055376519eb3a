package se.ledfyr.audit;

import static se.ledfyr.audit.internal.tables.Noted.NOTED;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertValuesStepN;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;

/// Writes notes that PostgreSQL joins to the end of the chain when the transaction commits.
@Component
class ChainWriter {

    /// An entry lists at most this many things; what is about more is written as several entries.
    static final int MAX_SUBJECTS = 500;

    private static final List<Field<?>> COLUMNS = List.of(
            NOTED.AT,
            NOTED.ORGANISATION,
            NOTED.MEMBER,
            NOTED.CONCERNS,
            NOTED.ACTION,
            NOTED.SUBJECT_KIND,
            NOTED.SUBJECTS,
            NOTED.REASON,
            NOTED.DETAIL);

    private final DSLContext sql;
    private final Clock clock;

    ChainWriter(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void append(List<Note> notes, @Nullable Acting who) {
        if (notes.isEmpty()) {
            return;
        }
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        InsertValuesStepN<?> insert = sql.insertInto(NOTED).columns(COLUMNS);
        for (Note note : notes) {
            for (List<UUID> part : parts(note.subjects())) {
                insert = insert.values(values(note, part, now, who));
            }
        }
        insert.execute();
    }

    private static Object[] values(Note note, List<UUID> subjects, OffsetDateTime now, @Nullable Acting who) {
        @SuppressWarnings("NullAway") // absent values are written as SQL null
        Object[] values = {
            now,
            who == null ? null : who.organisation().value(),
            who == null || who.member() == null ? null : who.member().value(),
            note.concerns() == null ? null : note.concerns().value(),
            note.action().name(),
            note.kind().name(),
            subjects.toArray(UUID[]::new),
            note.reason(),
            note.detail()
        };
        return values;
    }

    private static List<List<UUID>> parts(List<UUID> subjects) {
        if (subjects.size() <= MAX_SUBJECTS) {
            return List.of(subjects);
        }
        return IntStream.iterate(0, from -> from < subjects.size(), from -> from + MAX_SUBJECTS)
                .mapToObj(from -> subjects.subList(from, Math.min(from + MAX_SUBJECTS, subjects.size())))
                .toList();
    }
}
