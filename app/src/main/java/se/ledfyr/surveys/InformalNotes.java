package se.ledfyr.surveys;

import static se.ledfyr.surveys.internal.tables.InformalNote.INFORMAL_NOTE;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.organisations.OrganisationId;

/// What organisations tell that do not count persons. Shown apart, and never added to what was counted.
@Service
@Transactional
public class InformalNotes {

    private static final int MOST_PEOPLE = 100_000;
    private static final int LONGEST = 2_000;

    private final DSLContext sql;
    private final Participants participants;
    private final AuditLog audit;
    private final Clock clock;

    InformalNotes(DSLContext sql, Participants participants, AuditLog audit, Clock clock) {
        this.sql = sql;
        this.participants = participants;
        this.audit = audit;
        this.clock = clock;
    }

    /// What is told.
    ///
    /// @param low at least so many people, 0 to 100,000; the same as `high` for one number
    /// @param high at most so many
    /// @param forms codes of list `exploitation_form`
    /// @param observations on the year, never about a person; 1 to 2000 characters, or null
    public record Told(
            int low,
            int high,
            SortedSet<String> forms,
            @Nullable String observations) {

        public Told {
            forms = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(forms));
            if (low < 0 || high < low || high > MOST_PEOPLE) {
                throw new IllegalArgumentException("from low to high, 0 to " + MOST_PEOPLE);
            }
            observations = observations == null || observations.isBlank() ? null : observations.strip();
            if (observations != null && (observations.length() > LONGEST || OwnWays.looksLikeANumber(observations))) {
                throw new IllegalArgumentException("observations are too long, or name somebody by number");
            }
        }

        public static Told of(int low, int high, Collection<String> forms, @Nullable String observations) {
            return new Told(low, high, new TreeSet<>(forms), observations);
        }

        /// What an organisation wrote stays out of logs.
        @Override
        public String toString() {
            return "Told[%d-%d]".formatted(low, high);
        }
    }

    /// A note as it is kept.
    ///
    /// @param sentAt null while it is a draft
    public record Note(
            UUID id,
            OrganisationId organisation,
            int year,
            Told told,
            int version,
            @Nullable Instant sentAt) {}

    /// Writes a note as a draft.
    ///
    /// @throws NotHere when the organisation is no member of the platform
    public UUID write(int year, Told told) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        if (participants.ownLabel().isEmpty()) {
            throw new NotHere();
        }
        UUID id = UUID.randomUUID();
        sql.insertInto(INFORMAL_NOTE)
                .set(INFORMAL_NOTE.ID, id)
                .set(INFORMAL_NOTE.ORGANISATION, ContactQueries.own())
                .set(INFORMAL_NOTE.YEAR, (short) year)
                .set(INFORMAL_NOTE.LOW, told.low())
                .set(INFORMAL_NOTE.HIGH, told.high())
                .set(INFORMAL_NOTE.FORMS, told.forms().toArray(String[]::new))
                .set(INFORMAL_NOTE.OBSERVATIONS, told.observations())
                .set(INFORMAL_NOTE.WRITTEN_BY, ContactQueries.member())
                .set(INFORMAL_NOTE.WRITTEN_AT, now())
                .execute();
        audit.note(Action.SURVEY_SAVED, Subject.SURVEY, List.of(id), null, "note");
        return id;
    }

    /// Changes a note, and sends it when asked to; what was sent stays sent.
    ///
    /// @param version the one that was read
    /// @throws MeanwhileChanged when somebody else wrote in between
    public void change(UUID id, int version, Told told, boolean send) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        Note note = get(id);
        boolean sent = send || note.sentAt() != null;
        int written = sql.update(INFORMAL_NOTE)
                .set(INFORMAL_NOTE.LOW, told.low())
                .set(INFORMAL_NOTE.HIGH, told.high())
                .set(INFORMAL_NOTE.FORMS, told.forms().toArray(String[]::new))
                .set(INFORMAL_NOTE.OBSERVATIONS, told.observations())
                .set(INFORMAL_NOTE.STATE, sent ? "SENT" : "DRAFT")
                .set(
                        INFORMAL_NOTE.SENT_AT,
                        sent && note.sentAt() == null ? org.jooq.impl.DSL.val(now()) : INFORMAL_NOTE.SENT_AT)
                .set(INFORMAL_NOTE.VERSION, INFORMAL_NOTE.VERSION.plus(1))
                .set(INFORMAL_NOTE.WRITTEN_AT, now())
                .set(INFORMAL_NOTE.WRITTEN_BY, ContactQueries.member())
                .where(mine(id), INFORMAL_NOTE.VERSION.eq(version))
                .execute();
        requireWritten(written);
        audit.note(sent ? Action.SURVEY_SENT : Action.SURVEY_SAVED, Subject.SURVEY, List.of(id), null, "note");
    }

    /// Takes a note out.
    ///
    /// @throws MeanwhileChanged when somebody else wrote in between
    public void strike(UUID id, int version) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        int written = sql.update(INFORMAL_NOTE)
                .set(INFORMAL_NOTE.STRUCK_AT, now())
                .set(INFORMAL_NOTE.VERSION, INFORMAL_NOTE.VERSION.plus(1))
                .where(mine(id), INFORMAL_NOTE.VERSION.eq(version))
                .execute();
        requireWritten(written);
        audit.note(Action.SURVEY_STRUCK, Subject.SURVEY, List.of(id), null, "note");
    }

    /// @throws NotHere when it is missing or hidden
    public Note get(UUID id) {
        Acting.require(Right.READ_FACTS);
        return sql.selectFrom(INFORMAL_NOTE)
                .where(mine(id))
                .fetchOptional(InformalNotes::note)
                .orElseThrow(NotHere::new);
    }

    /// The organisation's own notes of a year.
    public List<Note> list(int year) {
        Acting.require(Right.READ_FACTS);
        return fetch(INFORMAL_NOTE.ORGANISATION.eq(ContactQueries.own()), year);
    }

    /// What members have sent to the platform.
    public List<Note> listSent(int year) {
        Acting.require(Right.COMPILE_CONTACTS);
        List<Note> notes =
                fetch(INFORMAL_NOTE.ORGANISATION.ne(ContactQueries.own()).and(INFORMAL_NOTE.STATE.eq("SENT")), year);
        notes.forEach(
                note -> audit.noteAbout(note.organisation(), Action.READ, Subject.SURVEY, List.of(note.id()), "note"));
        return notes;
    }

    private List<Note> fetch(Condition which, int year) {
        return sql.selectFrom(INFORMAL_NOTE)
                .where(which, INFORMAL_NOTE.YEAR.eq((short) year), INFORMAL_NOTE.STRUCK_AT.isNull())
                .orderBy(INFORMAL_NOTE.WRITTEN_AT, INFORMAL_NOTE.ID)
                .fetch(InformalNotes::note);
    }

    private static Condition mine(UUID id) {
        return INFORMAL_NOTE
                .ID
                .eq(id)
                .and(INFORMAL_NOTE.ORGANISATION.eq(ContactQueries.own()))
                .and(INFORMAL_NOTE.STRUCK_AT.isNull());
    }

    private static void requireWritten(int written) {
        if (written == 0) {
            throw new MeanwhileChanged();
        }
    }

    private static Note note(Record row) {
        OffsetDateTime sent = row.get(INFORMAL_NOTE.SENT_AT);
        return new Note(
                row.get(INFORMAL_NOTE.ID),
                new OrganisationId(row.get(INFORMAL_NOTE.ORGANISATION)),
                row.get(INFORMAL_NOTE.YEAR),
                Told.of(
                        row.get(INFORMAL_NOTE.LOW),
                        row.get(INFORMAL_NOTE.HIGH),
                        List.of(row.get(INFORMAL_NOTE.FORMS)),
                        row.get(INFORMAL_NOTE.OBSERVATIONS)),
                row.get(INFORMAL_NOTE.VERSION),
                sent == null ? null : sent.toInstant());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
