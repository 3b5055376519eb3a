package se.ledfyr.observations;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NationalFacts;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;

/// Refusals, delays and waiting in the whole country, for the platform to speak from.
@Service
public class Observations {

    /// People a line is about, at least.
    public static final int FLOOR = Floors.FLOOR;

    private static final ZoneId SWEDISH_TIME = ZoneId.of("Europe/Stockholm");

    private final NationalFacts facts;
    private final AuditLog audit;
    private final Clock clock;
    private final AnsweredTables answered = new AnsweredTables();

    Observations(NationalFacts facts, AuditLog audit, Clock clock) {
        this.facts = facts;
        this.audit = audit;
        this.clock = clock;
    }

    /// The year that is under way.
    public int currentYear() {
        return LocalDate.ofInstant(clock.instant(), SWEDISH_TIME).getYear();
    }

    /// All tables of a year, read at one moment.
    ///
    /// @throws se.ledfyr.access.NotHere for whoever may not see them
    @Transactional
    public List<ObservationTable> list(int year) {
        Acting.require(Right.READ_OBSERVATIONS);
        audit.note(Action.READ, Subject.TABLE, List.of(), null, "observations");
        return reader().get(() -> facts.read(sql -> {
            Map<Observed, ObservationTable> forms = answered.of(sql, year, this::read);
            return Arrays.stream(Observed.values())
                    .map(what -> {
                        ObservationTable counted = forms.get(what);
                        return counted != null ? counted : ObservationTable.of(what, read(sql, what, year));
                    })
                    .toList();
        }));
    }

    private List<Happening> read(DSLContext sql, Observed what, int year) {
        return sql.resultQuery(
                        what.query(),
                        DSL.val(year),
                        DSL.val(begin(year)),
                        DSL.val(begin(year + 1)),
                        DSL.val(clock.instant().atOffset(ZoneOffset.UTC)))
                .fetch(Observations::happening);
    }

    private static OffsetDateTime begin(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(SWEDISH_TIME).toOffsetDateTime();
    }

    private static Happening happening(Record row) {
        return new Happening(
                row.get(0, UUID.class),
                row.get(1, String.class),
                row.get(2, String.class),
                row.get(3, Boolean.class),
                row.get(4, Boolean.class),
                row.get(5, Integer.class));
    }

    /// Whoever has the right reads these sums of the country, and no other facts of it.
    private static Acting reader() {
        Acting asking = Acting.current();
        Set<Right> rights = EnumSet.copyOf(asking.rights());
        rights.add(Right.READ_NATIONAL_FACTS);
        return new Acting(asking.organisation(), asking.member(), rights);
    }
}
