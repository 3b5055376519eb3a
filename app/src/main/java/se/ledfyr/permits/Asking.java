package se.ledfyr.permits;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.JointTransaction;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.deadlines.Letters;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.organisations.Role;

/// What time does to a reflection period: asking what follows, and telling the other end. Runs in the transaction of
/// the clock, for its organisation and with nobody bound.
@Component("permitAsking")
@Transactional(propagation = Propagation.MANDATORY)
class Asking {

    private static final Set<Role> WORK_WITH_PEOPLE = Set.of(Role.COORDINATOR, Role.CASEWORKER);

    private final ApplicationQueries queries;
    private final ReflectionClocks clocks;
    private final Letters letters;
    private final JointTransaction parts;
    private final AuditLog audit;
    private final Clock clock;

    Asking(
            ApplicationQueries queries,
            ReflectionClocks clocks,
            Letters letters,
            JointTransaction parts,
            AuditLog audit,
            Clock clock) {
        this.queries = queries;
        this.clocks = clocks;
        this.letters = letters;
        this.parts = parts;
        this.audit = audit;
        this.clock = clock;
    }

    /// Asks, unless it has been answered, or the period was made longer at the other end in the meantime.
    void ask(ApplicationId id) {
        queries.find(id).filter(one -> one.followed() == null).ifPresent(application -> {
            Application.Period period = application.period();
            if (period == null) {
                return;
            }
            if (today().isBefore(clocks.askOn(period))) {
                clocks.follow(application);
                return;
            }
            queries.asked(id, clock.instant());
            audit.note(Action.PERMIT_ASKED, Subject.PERMIT, subjects(application), null, null);
        });
    }

    /// Sets the clocks of the others by what is decided now, and writes to those who work there.
    void tell(ApplicationId id) {
        clocks.told(id);
        for (OrganisationId other : queries.others(id)) {
            parts.as(
                    Acting.houseFor(other, Right.WORK_WITH_PEOPLE),
                    () -> queries.find(id).map(this::arrive).orElse(0));
        }
    }

    private int arrive(Application theirs) {
        clocks.follow(theirs);
        UUID about = theirs.caseId() == null
                ? theirs.person().value()
                : theirs.caseId().value();
        return letters.sendToRoles(
                WORK_WITH_PEOPLE,
                about,
                "permits.letter.changed",
                theirs.id().reference(),
                ReflectionClocks.path(theirs.id()));
    }

    private static List<UUID> subjects(Application application) {
        return List.of(application.id().value(), application.person().value());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Applications.LOCAL_TIME);
    }
}
