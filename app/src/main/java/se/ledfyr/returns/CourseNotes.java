package se.ledfyr.returns;

import static se.ledfyr.returns.internal.tables.Application.APPLICATION;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
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

/// Writing down what is done before, on and after the journey: measures, who went along, the exit deadline and its
/// extension, follow-ups.
@Service
@Transactional
public class CourseNotes {

    private static final ZoneId SWEDISH_TIME = ZoneId.of("Europe/Stockholm");
    private static final String NOT_REACHED = "not_reached";

    private final ReturnRows rows;
    private final ReturnCourseRows course;
    private final Codes codes;
    private final AuditLog audit;

    CourseNotes(ReturnRows rows, ReturnCourseRows course, Codes codes, AuditLog audit) {
        this.rows = rows;
        this.course = course;
        this.codes = codes;
        this.audit = audit;
    }

    /// @param kind a code of `return_measure` that was valid on `day`
    /// @throws NotHere when there is no such return that goes on; so the others
    /// @throws RowFault when the day lies ahead or the code was not valid then
    public void addMeasure(ReturnId id, String kind, LocalDate day) {
        Return one = lock(id);
        require(one, !day.isAfter(today()), "returns.error.ahead");
        require(one, codes.book().isValid("return_measure", kind, day), "returns.error.measure");
        course.addMeasure(id, kind, day);
        note(one, "measure " + kind);
    }

    public void removeMeasure(ReturnId id, UUID measure) {
        Return one = lock(id);
        if (!course.removeMeasure(id, measure)) {
            throw new NotHere();
        }
        note(one, "measure removed");
    }

    /// Writes down who goes or went along, from where to where.
    public void addEscort(ReturnId id, Course.Escort escort) {
        Return one = lock(id);
        LocalDate today = today();
        require(one, codes.book().isValid("return_escort", escort.who(), today), "returns.error.escort");
        require(
                one,
                codes.book().isValid("country", escort.from(), today)
                        && codes.book().isValid("country", escort.to(), today),
                "returns.error.country");
        require(one, !escort.toOn().isBefore(escort.fromOn()), "returns.error.escort-days");
        course.addEscort(id, escort);
        note(one, "escort " + escort.who());
    }

    public void removeEscort(ReturnId id, UUID escort) {
        Return one = lock(id);
        if (!course.removeEscort(id, escort)) {
            throw new NotHere();
        }
        note(one, "escort removed");
    }

    /// Writes down by when somebody must have left.
    public void setExit(ReturnId id, LocalDate deadline) {
        Return one = lock(id);
        require(one, one.days().departedOn() == null, "returns.error.gone");
        course.addExitStep(id, "SET", today(), deadline);
        moveExit(one, deadline);
    }

    /// Writes down that a later day was asked for, which must be done while the present one has not passed.
    public void askExtension(ReturnId id, LocalDate on, LocalDate wanted) {
        Return one = lock(id);
        LocalDate present = one.days().exitDeadline();
        require(one, present != null && one.days().departedOn() == null, "returns.error.no-exit");
        require(one, present != null && !on.isAfter(present), "returns.error.exit-too-late");
        require(one, present != null && wanted.isAfter(present), "returns.error.exit-not-later");
        require(one, !on.isAfter(today()), "returns.error.ahead");
        course.addExitStep(id, "ASKED", on, wanted);
        note(one, "extension asked");
    }

    /// Writes down the answer to that.
    ///
    /// @param given the new last day; null when it was refused
    public void answerExtension(ReturnId id, LocalDate on, @Nullable LocalDate given) {
        Return one = lock(id);
        LocalDate present = one.days().exitDeadline();
        require(one, course.of(id).waitsForExtension(), "returns.error.exit-not-asked");
        require(one, !on.isAfter(today()), "returns.error.ahead");
        require(one, given == null || present == null || given.isAfter(present), "returns.error.exit-not-later");
        course.addExitStep(id, given == null ? "REFUSED" : "EXTENDED", on, given);
        if (given == null) {
            note(one, "extension refused");
        } else {
            moveExit(one, given);
        }
    }

    /// Writes down that a follow-up was held, and what came of it.
    ///
    /// @param held with its day and way; contentment and success are asked for unless nobody was reached
    public void holdFollowUp(ReturnId id, Course.FollowUp held) {
        Return one = lock(id);
        LocalDate today = today();
        LocalDate on = held.heldOn();
        LocalDate arrived = one.days().arrivedOn();
        require(one, on != null && !on.isAfter(today), "returns.error.ahead");
        require(one, arrived != null && on != null && !on.isBefore(arrived), "returns.error.follow-up-day");
        require(one, is("return_contact_way", held.way(), today), "returns.error.way");
        boolean reached = !NOT_REACHED.equals(held.way());
        require(one, !reached || is("return_contentment", held.contentment(), today), "returns.error.contentment");
        require(one, !reached || is("return_success", held.success(), today), "returns.error.success");
        Course.FollowUp kept =
                reached ? held : new Course.FollowUp(held.id(), held.rule(), held.dueOn(), on, held.way(), null, null);
        if (!course.holdFollowUp(id, kept)) {
            throw new NotHere();
        }
        course.nextFollowUp(List.of(id));
        rows.ring(List.of(id));
        note(one, "follow-up " + held.way());
    }

    private boolean is(String list, @Nullable String code, LocalDate day) {
        return code != null && codes.book().isValid(list, code, day);
    }

    private void moveExit(Return one, LocalDate deadline) {
        rows.update(List.of(one.id()), APPLICATION.EXIT_DEADLINE, deadline);
        rows.ring(List.of(one.id()));
        note(one, "exit deadline");
    }

    private Return lock(ReturnId id) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return rows.lock(List.of(id)).stream()
                .filter(Return::isLive)
                .filter(one -> one.isNotedBy(Acting.current().organisation()))
                .findFirst()
                .orElseThrow(NotHere::new);
    }

    private static void require(Return one, boolean fine, String otherwise) {
        if (!fine) {
            throw new RowFault(one.id().value(), otherwise);
        }
    }

    private void note(Return one, String detail) {
        audit.note(Action.RETURN_CHANGED, Subject.RETURN, List.of(one.id().value()), null, detail);
    }

    private LocalDate today() {
        return rows.now().atZoneSameInstant(SWEDISH_TIME).toLocalDate();
    }
}
