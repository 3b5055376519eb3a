package se.ledfyr.support;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.Organisation;
import se.ledfyr.organisations.OrganisationKind;
import se.ledfyr.organisations.Organisations;

/// Whether the acting organisation runs the programme, and what time it is there.
@Component
public class Office {

    private static final ZoneId SWEDISH_TIME = ZoneId.of("Europe/Stockholm");

    private final Organisations organisations;
    private final Clock clock;

    Office(Organisations organisations, Clock clock) {
        this.organisations = organisations;
        this.clock = clock;
    }

    /// Whether the acting member works with people in the office that runs the programme.
    public boolean isHere() {
        return Acting.ifBound()
                .filter(acting -> acting.may(Right.WORK_WITH_PEOPLE))
                .flatMap(acting -> organisations.find(acting.organisation()))
                .filter(own -> own.kind() == OrganisationKind.PROGRAMME_OFFICE)
                .isPresent();
    }

    /// @throws NotHere for everybody else
    public void require() {
        if (!isHere()) {
            throw new NotHere();
        }
    }

    /// The offices that run a programme, by name. Mostly one.
    public List<Organisation> list() {
        return organisations.list().stream()
                .filter(each -> each.kind() == OrganisationKind.PROGRAMME_OFFICE)
                .toList();
    }

    /// The day it is in Sweden.
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SWEDISH_TIME);
    }

    OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    static MemberId member() {
        return Objects.requireNonNull(Acting.current().member(), "This is done by somebody");
    }
}
