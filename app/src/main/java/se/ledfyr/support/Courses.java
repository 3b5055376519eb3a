package se.ledfyr.support;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.NotHere;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.casework.TooLate;
import se.ledfyr.people.People;
import se.ledfyr.people.PersonId;
import se.ledfyr.people.PersonName;
import se.ledfyr.programmes.GrantId;
import se.ledfyr.programmes.SupportGrant;
import se.ledfyr.programmes.SupportGrants;

/// Those who are in the programme, how their days stand, and how it ended. For the programme's office alone.
@Service
@Transactional
public class Courses {

    /// A last day within so many days is soon.
    public static final int SOON = 7;

    static final int PAGE = 50;

    private static final String CUT = """
            update support.period
            set last_day = case when first_day <= ? then least(last_day, ?) else last_day end,
                struck_at = case when first_day > ? then ?::timestamptz end
            where grant_id = ? and struck_at is null and last_day > ?
            """;

    /// Whoever arrived that very day or later never lived there; the others leave the day after the last one.
    private static final String LEAVE = """
            update support.placement
            set leaves_on = case when arrives_on <= ? then least(leaves_on, ?) else leaves_on end,
                struck_at = case when arrives_on > ? then ?::timestamptz end
            where grant_id = ? and struck_at is null and leaves_on > ?
            """;

    private final CourseRows rows;
    private final ApplicationRows applications;
    private final SupportGrants grants;
    private final PhaseClocks clocks;
    private final People people;
    private final DSLContext sql;
    private final Office office;
    private final AuditLog audit;

    Courses(
            CourseRows rows,
            ApplicationRows applications,
            SupportGrants grants,
            PhaseClocks clocks,
            People people,
            DSLContext sql,
            Office office,
            AuditLog audit) {
        this.rows = rows;
        this.applications = applications;
        this.grants = grants;
        this.clocks = clocks;
        this.people = people;
        this.sql = sql;
        this.office = office;
        this.audit = audit;
    }

    /// Noted as read.
    ///
    /// @throws NotHere when the acting organisation keeps no such grant, or does not run the programme
    public Course get(GrantId id) {
        office.require();
        SupportGrant grant = grants.get(id);
        CourseRows.Row row = rows.find(id).orElse(new CourseRows.Row(null, null));
        Map<Phase, CourseRows.Days> counted =
                rows.count(List.of(id.value()), office.today()).getOrDefault(id.value(), Map.of());
        return new Course(
                grant,
                days(counted, grant.facts().restDays(), grant.facts().integrationDays()),
                row.endedOn(),
                row.outcome());
    }

    /// The other grants of the same person, another year's for instance, the latest first. The days of each are counted
    /// against its own grant and limits, never together. Each is noted as read.
    public List<Course> listOthers(Course course) {
        office.require();
        return rows.listGrantsOf(course.grant().person()).stream()
                .filter(id -> !id.equals(course.grant().id()))
                .map(this::get)
                .toList();
    }

    /// Noted with whom it showed.
    ///
    /// @param after the mark of the page before; null for the first
    public CoursePage list(CourseFilter filter, @Nullable String after) {
        office.require();
        LocalDate today = office.today();
        List<CourseRows.Line> all = rows.list(filter, Mark.of(after), today, PAGE + 1);
        List<CourseRows.Line> shown = all.stream().limit(PAGE).toList();
        List<PersonId> known = shown.stream().map(CourseRows.Line::person).toList();
        Map<PersonId, PersonName> names = people.names(known);
        Map<UUID, Map<Phase, CourseRows.Days>> days =
                rows.count(shown.stream().map(CourseRows.Line::grant).toList(), today);
        audit.note(
                Action.LISTED,
                Subject.PERSON,
                known.stream().map(PersonId::value).toList(),
                null,
                "in the programme");
        CourseRows.Line last = all.size() > PAGE ? shown.getLast() : null;
        return new CoursePage(
                shown.stream()
                        .map(line -> line(line, names, days.getOrDefault(line.grant(), Map.of())))
                        .toList(),
                last == null ? null : mark(filter, last));
    }

    /// How many have a last day within [#SOON] days.
    public int countEnding() {
        office.require();
        LocalDate today = office.today();
        return rows.countEnding(today, today.plusDays(SOON));
    }

    /// Ends the support. What was written down for later days never happened.
    ///
    /// @param day the last day, not in the future and not before the decision
    /// @param outcome a code of `nsp_outcome`
    /// @throws NotHere when there is no such grant
    /// @throws TooLate when it has ended already
    /// @throws IllegalArgumentException for a day that cannot be
    public void end(GrantId id, LocalDate day, String outcome) {
        SupportGrant grant = begun(id);
        if (day.isAfter(office.today()) || day.isBefore(grant.grantedOn())) {
            throw new IllegalArgumentException("The last day lies between the decision and today");
        }
        if (!rows.end(id, day, outcome)) {
            throw new TooLate();
        }
        sql.execute(CUT, day, day, day, office.now(), id.value(), day);
        LocalDate leaves = day.plusDays(1);
        sql.execute(LEAVE, day, leaves, day, office.now(), id.value(), leaves);
        applications.setEnded(id, day);
        clocks.stopAll(id);
        note(grant, Action.PROGRAMME_ENDED, outcome);
    }

    /// The grant, with its course begun where a file brought it in.
    ///
    /// @throws NotHere when there is no such grant, or it was withdrawn
    SupportGrant begun(GrantId id) {
        office.require();
        SupportGrant grant = grants.find(id).filter(found -> !found.withdrawn()).orElseThrow(NotHere::new);
        rows.begin(id, grant.person(), grant.grantedOn(), office.now());
        return grant;
    }

    /// The grant, whose support goes on.
    ///
    /// @throws NotHere when there is no such grant
    /// @throws TooLate when the support has ended
    SupportGrant underWay(GrantId id) {
        SupportGrant grant = begun(id);
        if (rows.find(id).filter(row -> row.endedOn() == null).isEmpty()) {
            throw new TooLate();
        }
        return grant;
    }

    void note(SupportGrant grant, Action action, String detail) {
        audit.note(
                action,
                Subject.GRANT,
                List.of(grant.id().value(), grant.person().value()),
                null,
                detail);
    }

    private static String mark(CourseFilter filter, CourseRows.Line last) {
        LocalDate day = filter == CourseFilter.OVER && last.endedOn() != null ? last.endedOn() : last.grantedOn();
        return new Mark(day, last.grant()).text();
    }

    private static CourseLine line(
            CourseRows.Line line, Map<PersonId, PersonName> names, Map<Phase, CourseRows.Days> counted) {
        return new CourseLine(
                new GrantId(line.grant()),
                names.get(line.person()),
                line.child(),
                line.grantedOn(),
                days(counted, line.restDays(), line.integrationDays()),
                line.homeNumber(),
                line.homeRegion(),
                line.lastDay(),
                line.endedOn(),
                line.outcome());
    }

    private static Map<Phase, DayCount> days(Map<Phase, CourseRows.Days> counted, int rest, int integration) {
        Map<Phase, DayCount> days = new EnumMap<>(Phase.class);
        for (Phase phase : Phase.values()) {
            int granted = switch (phase) {
                case REST -> rest;
                case INTEGRATION -> integration;
            };
            days.put(phase, counted.getOrDefault(phase, new CourseRows.Days()).against(granted));
        }
        return days;
    }
}
