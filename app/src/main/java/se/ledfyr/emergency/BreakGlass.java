package se.ledfyr.emergency;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.deadlines.DueTimes;
import se.ledfyr.deadlines.Letters;
import se.ledfyr.organisations.Member;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.people.People;

/// Breaking the glass: opening a sealed case in an emergency, for some hours, by saying exactly whom one means
/// and why.
///
/// Nobody is exempt and nobody is refused for whom they mean. The answer is the same, and everything that is
/// written down is the same, whether or not there is anybody: what was opened is simply there afterwards, to be
/// found like everything else. Others are told at once and an auditor judges each, hit or miss.
@Service
@Transactional
public class BreakGlass {

    /// More than this in a day is no emergency.
    static final int MOST_IN_A_DAY = 10;

    static final int MAX_REASON = 500;

    private static final String RULE = "break_glass";
    private static final String LETTER = "emergency.letter.told";
    private static final Duration DAY = Duration.ofHours(24);

    private final GlassQueries queries;
    private final Workers workers;
    private final People people;
    private final DueTimes due;
    private final Letters letters;
    private final AuditLog audit;
    private final Clock clock;

    BreakGlass(
            GlassQueries queries,
            Workers workers,
            People people,
            DueTimes due,
            Letters letters,
            AuditLog audit,
            Clock clock) {
        this.queries = queries;
        this.workers = workers;
        this.people = people;
        this.due = due;
        this.letters = letters;
        this.audit = audit;
        this.clock = clock;
    }

    /// What came of it, which never depends on whether there was anybody.
    public enum Answer {
        /// It is written down, others have been told, and what was meant is open.
        DONE,
        /// Nobody could be meant exactly by what was written.
        NOT_EXACT,
        /// The reason cannot be kept.
        NO_REASON,
        /// There is nobody in the organisation who could be told.
        NOBODY_TO_TELL,
        /// This has been done too often in a day.
        TOO_OFTEN
    }

    /// @param words an identity number, a telephone number, a whole name, a case's reference, or the identifier
    ///     in the address of a page
    /// @param reason 1-500 characters, read by those who are told and by whoever judges
    public Answer breakGlass(String words, String reason) {
        MemberId me = worker();
        Meant meant = Meant.read(words).orElse(null);
        if (meant == null) {
            return Answer.NOT_EXACT;
        }
        if (!People.isReason(reason) || reason.strip().length() > MAX_REASON) {
            return Answer.NO_REASON;
        }
        Instant now = clock.instant();
        if (queries.countSince(me, now.minus(DAY)) >= MOST_IN_A_DAY) {
            return Answer.TOO_OFTEN;
        }
        Set<Member> told = workers.others();
        if (told.isEmpty()) {
            return Answer.NOBODY_TO_TELL;
        }
        GlassId id = new GlassId(UUID.randomUUID());
        queries.breakGlass(id, now, due.fromNow(RULE).dueAt(), reason.strip(), meant, people.exactly(words));
        queries.tell(id, told);
        told.forEach(member -> letters.send(member.id(), LETTER, reference(id), "/emergency/told"));
        audit.note(
                Action.GLASS_BROKEN,
                Subject.GLASS,
                List.of(id.value()),
                reason.strip(),
                meant.kind().name());
        return Answer.DONE;
    }

    /// How often the acting member broke the glass, latest first.
    public List<Glass> listMine() {
        return queries.of(worker());
    }

    /// What the acting member was told of, latest first. From then on they have seen it.
    public List<Glass> listTold() {
        MemberId me = member();
        List<Glass> told = queries.toldTo(me);
        queries.seen(me, clock.instant());
        return told;
    }

    /// How much the acting member was told of and has not looked at.
    public int countUnseen() {
        return queries.countUnseen(member());
    }

    /// Whether there has ever been anything to tell the acting member.
    public boolean isToldOf() {
        MemberId me = Acting.current().member();
        return me != null && !queries.toldTo(me).isEmpty();
    }

    private static MemberId worker() {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return member();
    }

    private static MemberId member() {
        MemberId me = Acting.ifBound().map(Acting::member).orElse(null);
        if (me == null) {
            throw new NotHere();
        }
        return me;
    }

    /// What the letter calls it: the beginning of the identifier.
    private static String reference(GlassId id) {
        return id.value().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }
}
