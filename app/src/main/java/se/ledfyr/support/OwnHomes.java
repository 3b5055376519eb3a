package se.ledfyr.support;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;

/// The homes of the register as whoever runs them sees them: how many places are free tonight, and nothing of who lives
/// there.
@Service
@Transactional
public class OwnHomes {

    private final DSLContext sql;
    private final Office office;
    private final AuditLog audit;

    OwnHomes(DSLContext sql, Office office, AuditLog audit) {
        this.sql = sql;
        this.office = office;
        this.audit = audit;
    }

    /// Whether the acting member works with people in an organisation that runs a home of the register.
    public boolean isAny() {
        return Acting.ifBound()
                .filter(acting -> acting.may(Right.WORK_WITH_PEOPLE) && acting.member() != null)
                .map(acting -> !operated().isEmpty())
                .orElse(false);
    }

    /// The homes that the acting organisation runs and that have not closed, in the order of their numbers.
    ///
    /// @throws NotHere when it runs none
    public List<Home> list() {
        Acting.require(Right.WORK_WITH_PEOPLE);
        List<Home> homes = operated();
        if (homes.isEmpty()) {
            throw new NotHere();
        }
        audit.note(
                Action.LISTED,
                Subject.HOME,
                homes.stream().map(home -> home.id().value()).toList(),
                null,
                "own homes");
        return homes;
    }

    private List<Home> operated() {
        return sql.fetch("select * from support.operated(?)", office.today())
                .map(row -> new Home(
                        new HomeId(row.get("home", java.util.UUID.class)),
                        row.get("number", Integer.class),
                        new HomeFacts(
                                row.get("region", String.class),
                                Set.of(row.get("takes", String[].class)),
                                row.get("certified_until", LocalDate.class),
                                Acting.current().organisation()),
                        row.get("places", Integer.class),
                        row.get("taken", Integer.class),
                        false,
                        null));
    }
}
