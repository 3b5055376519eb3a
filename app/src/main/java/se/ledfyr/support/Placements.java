package se.ledfyr.support;

import static se.ledfyr.support.internal.tables.Home.HOME;
import static se.ledfyr.support.internal.tables.Placement.PLACEMENT;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.audit.Action;
import se.ledfyr.programmes.GrantId;
import se.ledfyr.programmes.SupportGrant;

/// Who lives where, and when. A place is never given to two: whoever asks first gets it, and the database sees to it
/// whatever the programme does.
///
/// For the programme's office alone.
@Service
@Transactional
public class Placements {

    static final String HOUSING = "protected_housing";

    private final Courses courses;
    private final DSLContext sql;
    private final Office office;

    Placements(Courses courses, DSLContext sql, Office office) {
        this.courses = courses;
        this.sql = sql;
        this.office = office;
    }

    /// Where somebody has lived and will live, in order. Shown with the course, whose reading is noted.
    public List<Placement> listOf(GrantId grant) {
        office.require();
        return sql.select(PLACEMENT.fields())
                .select(HOME.NUMBER, HOME.REGION)
                .from(PLACEMENT)
                .leftJoin(HOME)
                .on(HOME.ID.eq(PLACEMENT.HOME_ID))
                .where(PLACEMENT.GRANT_ID.eq(grant.value()))
                .and(PLACEMENT.STRUCK_AT.isNull())
                .orderBy(PLACEMENT.ARRIVES_ON)
                .fetch(Placements::read);
    }

    /// Gives somebody the first place of a home that is free all those nights.
    ///
    /// @param leaves the day of leaving
    /// @throws NotHere when there is no such grant or home
    /// @throws se.ledfyr.casework.TooLate when the support has ended
    /// @throws Clash when no place is free, or the person lives elsewhere then
    public void place(GrantId id, HomeId home, LocalDate arrives, LocalDate leaves) {
        SupportGrant grant = courses.underWay(id);
        int place = freePlace(home, arrives, leaves, null);
        insert(grant, HOUSING, home, place, arrives, leaves);
        courses.note(grant, Action.PLACEMENT_CHANGED, HOUSING);
    }

    /// Writes down that somebody lives outside protected housing, or in the home country.
    ///
    /// @param kind a code of `nsp_child_placement` other than protected housing
    /// @throws Clash when the person lives elsewhere then
    public void placeElsewhere(GrantId id, String kind, LocalDate arrives, LocalDate leaves) {
        SupportGrant grant = courses.underWay(id);
        DayLedger.checkLength(arrives, leaves);
        insert(grant, kind, null, null, arrives, leaves);
        courses.note(grant, Action.PLACEMENT_CHANGED, kind);
    }

    /// Lets somebody stay longer or leave earlier.
    ///
    /// @throws NotHere when there is no such placement
    /// @throws Clash when the place is given to somebody else then
    public void move(GrantId id, UUID placement, LocalDate leaves) {
        SupportGrant grant = courses.underWay(id);
        find(id, placement).ifPresent(arrived -> DayLedger.checkLength(arrived, leaves));
        try {
            int moved = sql.update(PLACEMENT)
                    .set(PLACEMENT.LEAVES_ON, leaves)
                    .where(PLACEMENT.ID.eq(placement))
                    .and(PLACEMENT.GRANT_ID.eq(id.value()))
                    .and(PLACEMENT.STRUCK_AT.isNull())
                    .and(PLACEMENT.ARRIVES_ON.lt(leaves))
                    .execute();
            if (moved == 0) {
                throw new NotHere();
            }
        } catch (DataIntegrityViolationException refused) {
            throw Clash.of(refused);
        }
        courses.note(grant, Action.PLACEMENT_CHANGED, "until " + leaves);
    }

    /// Strikes a placement that came to nothing: the place is free again.
    ///
    /// @throws NotHere when there is no such placement
    public void strike(GrantId id, UUID placement) {
        SupportGrant grant = courses.underWay(id);
        int struck = sql.update(PLACEMENT)
                .set(PLACEMENT.STRUCK_AT, office.now())
                .where(PLACEMENT.ID.eq(placement))
                .and(PLACEMENT.GRANT_ID.eq(id.value()))
                .and(PLACEMENT.STRUCK_AT.isNull())
                .execute();
        if (struck == 0) {
            throw new NotHere();
        }
        courses.note(grant, Action.PLACEMENT_CHANGED, "struck");
    }

    /// Takes the first free place of a home out of use for some nights.
    ///
    /// @throws NotHere when there is no such home
    /// @throws Clash when no place is free all those nights
    UUID hold(HomeId home, LocalDate arrives, LocalDate leaves) {
        int place = freePlace(home, arrives, leaves, null);
        return insert(null, HOUSING, home, place, arrives, leaves);
    }

    private Optional<LocalDate> find(GrantId grant, UUID placement) {
        return sql.select(PLACEMENT.ARRIVES_ON)
                .from(PLACEMENT)
                .where(PLACEMENT.ID.eq(placement))
                .and(PLACEMENT.GRANT_ID.eq(grant.value()))
                .fetchOptional(PLACEMENT.ARRIVES_ON);
    }

    private int freePlace(HomeId home, LocalDate arrives, LocalDate leaves, @Nullable UUID butNot) {
        if (!leaves.isAfter(arrives)) {
            throw new IllegalArgumentException("One leaves after one came");
        }
        DayLedger.checkLength(arrives, leaves);
        boolean here = sql.fetchExists(
                sql.selectFrom(HOME).where(HOME.ID.eq(home.value())).and(HOME.CLOSED_ON.isNull()));
        if (!here) {
            throw new NotHere();
        }
        @Nullable
        Integer place = Objects.requireNonNull(sql.fetchOne(
                        "select support.free_place(?, ?, ?, ?::uuid)",
                        home.value(),
                        arrives,
                        leaves,
                        butNot == null ? null : butNot.toString()))
                .get(0, Integer.class);
        if (place == null) {
            throw new Clash(Clash.What.NO_PLACE);
        }
        return place;
    }

    private UUID insert(
            @Nullable SupportGrant grant,
            String kind,
            @Nullable HomeId home,
            @Nullable Integer place,
            LocalDate arrives,
            LocalDate leaves) {
        UUID id = UUID.randomUUID();
        try {
            sql.insertInto(PLACEMENT)
                    .set(PLACEMENT.ID, id)
                    .set(PLACEMENT.ORGANISATION, Acting.current().organisation().value())
                    .set(PLACEMENT.GRANT_ID, grant == null ? null : grant.id().value())
                    .set(
                            PLACEMENT.PERSON_ID,
                            grant == null ? null : grant.person().value())
                    .set(PLACEMENT.KIND, kind)
                    .set(PLACEMENT.HOME_ID, home == null ? null : home.value())
                    .set(PLACEMENT.PLACE_NO, place)
                    .set(PLACEMENT.ARRIVES_ON, arrives)
                    .set(PLACEMENT.LEAVES_ON, leaves)
                    .set(PLACEMENT.WRITTEN_AT, office.now())
                    .set(PLACEMENT.WRITTEN_BY, Office.member().value())
                    .execute();
        } catch (DataIntegrityViolationException refused) {
            throw Clash.of(refused);
        }
        return id;
    }

    private static Placement read(Record row) {
        @Nullable UUID home = row.get(PLACEMENT.HOME_ID);
        return new Placement(
                row.get(PLACEMENT.ID),
                row.get(PLACEMENT.KIND),
                home == null ? null : new HomeId(home),
                row.get(HOME.NUMBER),
                row.get(HOME.REGION),
                row.get(PLACEMENT.PLACE_NO),
                row.get(PLACEMENT.ARRIVES_ON),
                row.get(PLACEMENT.LEAVES_ON));
    }
}
