package se.ledfyr.returns;

import static se.ledfyr.returns.internal.tables.Application.APPLICATION;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.codes.Codes;
import se.ledfyr.deadlines.DueTimes;
import se.ledfyr.programmes.ReturnGrants;

/// What happens on the way: the plan, departure, arrival, the form, which year pays, and the end. For one or for many
/// in one act, all or none.
///
/// A day that was wrong is put right by writing the right one; the grant that is counted follows, and keeps what it
/// said before.
@Service
@Transactional
public class Journeys {

    private static final ZoneId SWEDISH_TIME = ZoneId.of("Europe/Stockholm");
    private static final String COURSE = "Återvändandeprogrammet: ärendets gång";
    /// The outcome of somebody who was admitted and stayed.
    private static final String DID_NOT_TRAVEL = "did_not_travel";

    private final ReturnRows rows;
    private final ReturnCourseRows course;
    private final ReturnCostRows costs;
    private final ReturnGrants grants;
    private final DueTimes dueTimes;
    private final Codes codes;
    private final AuditLog audit;

    Journeys(
            ReturnRows rows,
            ReturnCourseRows course,
            ReturnCostRows costs,
            ReturnGrants grants,
            DueTimes dueTimes,
            Codes codes,
            AuditLog audit) {
        this.rows = rows;
        this.course = course;
        this.costs = costs;
        this.grants = grants;
        this.dueTimes = dueTimes;
        this.codes = codes;
        this.audit = audit;
    }

    /// Says when they are to go.
    ///
    /// @throws NotHere when one of them is not there or has ended; so the others
    /// @throws RowFault naming the first that has gone already; so the others
    public void plan(List<ReturnId> ids, LocalDate day) {
        List<Return> going = lock(ids);
        going.forEach(one -> require(one, one.days().departedOn() == null, "returns.error.gone"));
        rows.update(ids, APPLICATION.PLANNED_DEPARTURE, day);
        finish(going, "planned");
    }

    /// Writes down on which day they left the country. In a group that may come before the decision and the form.
    public void depart(List<ReturnId> ids, LocalDate day) {
        List<Return> going = lock(ids);
        for (Return one : going) {
            LocalDate arrived = one.days().arrivedOn();
            require(one, !day.isAfter(today()), "returns.error.ahead");
            require(one, arrived == null || !day.isAfter(arrived), "returns.error.arrived-before");
        }
        rows.update(ids, APPLICATION.DEPARTED_ON, day);
        grants.follow(values(going), null, day, null, COURSE);
        finish(going, "departed");
    }

    /// Writes down on which day they arrived. From then on contact is kept, and followed up at set times.
    public void arrive(List<ReturnId> ids, LocalDate day) {
        List<Return> going = lock(ids);
        for (Return one : going) {
            LocalDate departed = one.days().departedOn();
            require(one, departed != null, "returns.error.not-departed");
            require(one, departed != null && !day.isBefore(departed), "returns.error.arrived-before");
            require(one, !day.isAfter(today()), "returns.error.ahead");
        }
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(APPLICATION.ARRIVED_ON, day);
        values.put(
                APPLICATION.CONTACT_UNTIL, dueTimes.since(day, "return_contact").lastDay());
        rows.update(ids, values);
        for (String rule : ReturnCourseRows.FOLLOW_UPS) {
            course.planFollowUp(ids, rule, dueTimes.since(day, rule).lastDay());
        }
        course.nextFollowUp(ids);
        finish(going, "arrived");
    }

    /// Writes down on which day the form of the application was complete, which may be long after the journey.
    public void completeForm(List<ReturnId> ids, LocalDate day) {
        List<Return> going = lock(ids);
        for (Return one : going) {
            require(one, !day.isAfter(today()), "returns.error.ahead");
        }
        rows.update(ids, APPLICATION.APPLIED_ON, day);
        grants.follow(values(going), day, null, null, COURSE);
        finish(going, "form");
    }

    /// Puts the country right to which they return.
    ///
    /// @throws IllegalArgumentException for a code that is no country
    public void changeCountry(List<ReturnId> ids, String country) {
        if (!codes.book().isValid("country", country, today())) {
            throw new IllegalArgumentException("Not a country");
        }
        List<Return> going = lock(ids);
        rows.update(ids, APPLICATION.RETURN_COUNTRY, country);
        grants.follow(values(going), null, null, country, COURSE);
        finish(going, "country");
    }

    /// Says which year's money pays; it may lie before or after the year of the admission.
    ///
    /// @throws RowFault for somebody who is not admitted, or a year more than two away from the admission
    public void fund(List<ReturnId> ids, int year) {
        List<Return> going = lockAll(ids);
        for (Return one : going) {
            LocalDate granted = one.money().grantedOn();
            require(one, granted != null, "returns.error.not-admitted");
            require(one, granted != null && Math.abs(granted.getYear() - year) <= 2, "returns.error.funding-year");
        }
        rows.update(ids, APPLICATION.FUNDING_YEAR, (short) year);
        finish(going, "funding year");
    }

    /// Ends a return.
    ///
    /// @param outcome a code of `return_outcome`
    /// @param contactEnd a code of `return_contact_end`; asked for when contact ends before its time
    /// @throws RowFault when the outcome cannot be that of the course so far, or a reason is missing
    public void end(ReturnId id, String outcome, @Nullable String contactEnd, LocalDate day) {
        if (!codes.book().isValid("return_outcome", outcome, today())
                || (contactEnd != null && !codes.book().isValid("return_contact_end", contactEnd, today()))) {
            throw new IllegalArgumentException("A code that is none");
        }
        Return one = lock(List.of(id)).getFirst();
        LocalDate until = one.days().contactUntil();
        boolean stayed = outcome.equals(DID_NOT_TRAVEL);
        require(one, one.decision().state() == ReturnState.ADMITTED, "returns.error.not-admitted");
        require(one, stayed == (one.days().departedOn() == null), "returns.error.outcome");
        require(one, stayed || one.days().arrivedOn() != null, "returns.error.not-arrived");
        require(one, !day.isAfter(today()), "returns.error.ahead");
        boolean early = until != null && day.isBefore(until);
        require(one, !early || contactEnd != null, "returns.error.contact-end");
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(APPLICATION.OUTCOME, outcome);
        values.put(APPLICATION.CONTACT_END, early ? contactEnd : null);
        values.put(APPLICATION.ENDED_ON, day);
        rows.update(List.of(id), values);
        rows.ring(List.of(id));
        note(one, Action.RETURN_ENDED, outcome);
    }

    /// Adds a line to the plan of costs of one return that belongs to no group.
    ///
    /// @throws NotHere when there is no such return, or it belongs to a group
    public void addCost(ReturnId id, NewCost cost) {
        Return one = alone(id);
        costs.addTo(id, cost);
        planned(one);
    }

    /// @throws NotHere when there is no such line
    public void removeCost(ReturnId id, UUID line) {
        Return one = alone(id);
        if (!costs.removeFrom(id, line)) {
            throw new NotHere();
        }
        planned(one);
    }

    private Return alone(ReturnId id) {
        Return one = lock(List.of(id)).getFirst();
        if (one.group() != null) {
            throw new NotHere();
        }
        return one;
    }

    private void planned(Return one) {
        long ore = costs.listOf(one.id()).stream().mapToLong(CostLine::totalOre).sum();
        rows.update(List.of(one.id()), APPLICATION.PLANNED_ORE, ore);
        note(one, Action.RETURN_CHANGED, "costs");
    }

    private List<Return> lock(List<ReturnId> ids) {
        List<Return> found = lockAll(ids);
        if (!found.stream().allMatch(Return::isLive)) {
            throw new NotHere();
        }
        return found;
    }

    private List<Return> lockAll(List<ReturnId> ids) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        List<Return> found = rows.lock(ids);
        boolean all = !found.isEmpty()
                && found.size() == ids.stream().distinct().count()
                && found.stream().allMatch(one -> one.isNotedBy(Acting.current().organisation()));
        if (!all) {
            throw new NotHere();
        }
        return found;
    }

    private static void require(Return one, boolean fine, String otherwise) {
        if (!fine) {
            throw new RowFault(one.id().value(), otherwise);
        }
    }

    private void finish(List<Return> changed, String detail) {
        rows.ring(changed.stream().map(Return::id).toList());
        changed.forEach(one -> note(one, Action.RETURN_CHANGED, detail));
    }

    private void note(Return one, Action action, String detail) {
        audit.note(action, Subject.RETURN, List.of(one.id().value()), null, detail);
    }

    private static List<UUID> values(List<Return> some) {
        return some.stream().map(one -> one.id().value()).toList();
    }

    private LocalDate today() {
        return rows.now().atZoneSameInstant(SWEDISH_TIME).toLocalDate();
    }
}
