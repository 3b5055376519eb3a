package se.ledfyr.deadlines;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.AccessEvent;
import se.ledfyr.access.Acting;
import se.ledfyr.organisations.Member;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.Members;

/// The clocks of the acting organisation: setting, moving and stopping them, and looking ahead.
///
/// All of it is done in the caller's transaction where there is one: a clock is set together with what it is about, or
/// not at all. Nothing is noted in the audit log here; setting a clock is part of something that is.
@Service
@Transactional
public class Clocks {

    private final ClockQueries queries;
    private final Members members;
    private final Clock clock;

    Clocks(ClockQueries queries, Members members, Clock clock) {
        this.queries = queries;
        this.members = members;
        this.clock = clock;
    }

    /// Sets a clock that runs for the acting organisation. A time that has passed already is dealt with at once, by the
    /// next tick.
    ///
    /// @throws IllegalStateException when nobody is bound
    public ClockId set(ClockRequest request) {
        ClockId id = ClockId.random();
        queries.add(id, Acting.current().organisation(), request, clock.instant());
        return id;
    }

    /// Gives a running clock another time; its reminder comes anew if it lies ahead.
    ///
    /// @return false when there is no such clock here, or it runs no more
    public boolean move(ClockId id, DueTime time) {
        return queries.move(id, time, clock.instant());
    }

    /// Gives a running clock to another member; null for everybody in the organisation who works with people.
    ///
    /// @return false when there is no such clock here, or it runs no more
    public boolean giveTo(ClockId id, @Nullable MemberId member) {
        return queries.giveTo(id, member);
    }

    /// What a thing's clocks were for is done: those that run stop, and those that were due are marked as done late.
    ///
    /// @return how many it concerned
    public int stop(ClockSubject subject) {
        return queries.stop(subject, null, clock.instant());
    }

    /// Like [#stop(ClockSubject)], for the clocks of one kind.
    public int stop(ClockSubject subject, String kind) {
        return queries.stop(subject, kind, clock.instant());
    }

    /// What one clock was for is done.
    ///
    /// @return false when there is no such clock here, or it was done before
    public boolean stop(ClockId id) {
        return queries.stop(id, clock.instant());
    }

    /// Stops every clock of a case of the acting organisation, for instance because somebody else holds it now.
    ///
    /// @return how many it concerned
    public int stopOfCase(UUID caseId) {
        return queries.stopOfCase(caseId, clock.instant());
    }

    /// Whoever has been shut out is reminded of nothing any more: what they had is from then on everybody's.
    @EventListener
    void on(AccessEvent.MemberChanged changed) {
        if (members.find(changed.member()).filter(Member::active).isEmpty()) {
            queries.giveToAll(changed.member());
        }
    }

    public Optional<RunningClock> find(ClockId id) {
        return queries.find(id);
    }

    /// The clocks of a thing, done or not, the earliest first.
    public List<RunningClock> listOf(ClockSubject subject) {
        return queries.listOf(subject);
    }

    /// The clocks of a case in the acting organisation that are not done, the earliest first.
    public List<RunningClock> listOpenOfCase(UUID caseId) {
        return queries.listOpenOfCase(caseId);
    }

    /// What is overdue, and what will be due within `days`, that concerns the acting member: their own clocks and those
    /// of nobody in particular. The earliest first, at most [#MOST].
    public List<RunningClock> listDueWithin(int days) {
        Instant until = clock.instant().plus(Duration.ofDays(days));
        return queries.listOpen(until, Acting.current().member(), MOST);
    }

    /// Like [#listDueWithin], for everybody in the acting organisation.
    public List<RunningClock> listAllDueWithin(int days) {
        return queries.listOpen(clock.instant().plus(Duration.ofDays(days)), null, MOST);
    }

    /// Most clocks that are listed at once.
    public static final int MOST = 500;
}
