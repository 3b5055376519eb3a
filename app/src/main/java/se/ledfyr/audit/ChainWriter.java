package se.ledfyr.audit;

import static se.ledfyr.audit.internal.tables.Entry.ENTRY;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertValuesStepN;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;

/// Joins notes to the end of the chain. A trigger lets no entry in that does not continue it.
@Component
class ChainWriter {

    /// An entry lists at most this many things; what is about more is written as several entries.
    static final int MAX_SUBJECTS = 500;

    private static final List<Field<?>> COLUMNS = List.of(
            ENTRY.SEQ,
            ENTRY.AT,
            ENTRY.ORGANISATION,
            ENTRY.MEMBER,
            ENTRY.CONCERNS,
            ENTRY.ACTION,
            ENTRY.SUBJECT_KIND,
            ENTRY.SUBJECTS,
            ENTRY.REASON,
            ENTRY.DETAIL,
            ENTRY.PREVIOUS,
            ENTRY.HASH);

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
        Record head = sql.fetchSingle("select seq, hash from audit.hold_head()");
        long seq = head.get(0, Long.class);
        byte[] previous = head.get(1, byte[].class);
        Instant now = clock.instant();
        InsertValuesStepN<?> insert = sql.insertInto(ENTRY).columns(COLUMNS);
        for (Note note : notes) {
            for (List<UUID> part : parts(note.subjects())) {
                Link link = link(++seq, now, who, note, part);
                byte[] hash = link.hashAfter(previous);
                insert = insert.values(values(link, previous, hash));
                previous = hash;
            }
        }
        insert.execute();
    }

    private static Link link(long seq, Instant at, @Nullable Acting who, Note note, List<UUID> subjects) {
        return new Link(
                seq,
                at,
                who == null ? null : who.organisation().value(),
                who == null || who.member() == null ? null : who.member().value(),
                note.concerns() == null ? null : note.concerns().value(),
                note.action().name(),
                note.kind().name(),
                subjects,
                note.reason(),
                note.detail());
    }

    private static Object[] values(Link link, byte[] previous, byte[] hash) {
        @SuppressWarnings("NullAway") // absent values are written as SQL null
        Object[] values = {
            link.seq(),
            link.at().atOffset(ZoneOffset.UTC),
            link.organisation(),
            link.member(),
            link.concerns(),
            link.action(),
            link.subjectKind(),
            link.subjects().toArray(UUID[]::new),
            link.reason(),
            link.detail(),
            previous,
            hash
        };
        return values;
    }

    private static List<List<UUID>> parts(List<UUID> subjects) {
        if (subjects.size() <= MAX_SUBJECTS) {
            return List.of(subjects);
        }
        return java.util.stream.IntStream.iterate(0, from -> from < subjects.size(), from -> from + MAX_SUBJECTS)
                .mapToObj(from -> subjects.subList(from, Math.min(from + MAX_SUBJECTS, subjects.size())))
                .toList();
    }
}
