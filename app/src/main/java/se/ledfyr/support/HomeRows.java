package se.ledfyr.support;

import static se.ledfyr.support.internal.tables.Home.HOME;
import static se.ledfyr.support.internal.tables.Place.PLACE;
import static se.ledfyr.support.internal.tables.Placement.PLACEMENT;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import se.ledfyr.access.Acting;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.people.SealedTexts;
import se.ledfyr.programmes.GrantId;

/// Homes and their places as they are stored.
@Repository
class HomeRows {

    private static final String COLUMN = "support.home.sealed";

    private final DSLContext sql;
    private final SealedTexts seals;

    HomeRows(DSLContext sql, SealedTexts seals) {
        this.sql = sql;
        this.seals = seals;
    }

    HomeId insert(HomeFacts facts, String address, OffsetDateTime now) {
        HomeId id = HomeId.random();
        UUID self = Acting.current().organisation().value();
        int number = Objects.requireNonNull(sql.fetchOne("select coalesce(max(number), 0) + 1 from support.home"))
                .get(0, Integer.class);
        SealedTexts.@Nullable SealedText sealed = address.isEmpty() ? null : seals.seal(COLUMN, id.value(), address);
        sql.insertInto(HOME)
                .set(HOME.ID, id.value())
                .set(HOME.ORGANISATION, self)
                .set(HOME.NUMBER, number)
                .set(HOME.REGION, facts.region())
                .set(HOME.TAKES, facts.takes().toArray(String[]::new))
                .set(HOME.CERTIFIED_UNTIL, facts.certifiedUntil())
                .set(
                        HOME.OPERATOR,
                        facts.operator() == null ? null : facts.operator().value())
                .set(HOME.DATA_KEY, sealed == null ? null : sealed.key().array())
                .set(HOME.SEALED, sealed == null ? null : sealed.text().array())
                .set(HOME.MADE_AT, now)
                .execute();
        return id;
    }

    void update(HomeId id, HomeFacts facts, @Nullable LocalDate closedOn) {
        sql.update(HOME)
                .set(HOME.REGION, facts.region())
                .set(HOME.TAKES, facts.takes().toArray(String[]::new))
                .set(HOME.CERTIFIED_UNTIL, facts.certifiedUntil())
                .set(
                        HOME.OPERATOR,
                        facts.operator() == null ? null : facts.operator().value())
                .set(HOME.CLOSED_ON, closedOn)
                .where(HOME.ID.eq(id.value()))
                .execute();
    }

    void setAddress(HomeId id, String address) {
        SealedTexts.SealedText sealed = seals.seal(COLUMN, id.value(), address);
        sql.update(HOME)
                .set(HOME.DATA_KEY, sealed.key().array())
                .set(HOME.SEALED, sealed.text().array())
                .where(HOME.ID.eq(id.value()))
                .execute();
    }

    Optional<String> findAddress(HomeId id) {
        return sql.select(HOME.DATA_KEY, HOME.SEALED)
                .from(HOME)
                .where(HOME.ID.eq(id.value()))
                .and(HOME.SEALED.isNotNull())
                .fetchOptional(row -> seals.open(
                        COLUMN,
                        id.value(),
                        new SealedTexts.SealedText(ByteBuffer.wrap(row.value1()), ByteBuffer.wrap(row.value2()))));
    }

    Optional<Home> find(HomeId id, LocalDate night) {
        return list(HOME.ID.eq(id.value()), night).stream().findFirst();
    }

    List<Home> list(boolean closedToo, LocalDate night) {
        return list(closedToo ? org.jooq.impl.DSL.noCondition() : HOME.CLOSED_ON.isNull(), night);
    }

    /// Which regions have homes for whom in the whole country.
    Map<String, Set<String>> covered() {
        Map<String, Set<String>> covered = new HashMap<>();
        sql.fetch("select region, takes from support.covered()")
                .forEach(row -> covered.computeIfAbsent(
                                row.get("region", String.class), region -> new java.util.TreeSet<>())
                        .add(row.get("takes", String.class)));
        return covered;
    }

    List<PlaceTonight> placesOn(HomeId id, LocalDate night) {
        return sql.fetch("select number, taken_until from support.places_on(?, ?)", id.value(), night)
                .map(row ->
                        new PlaceTonight(row.get("number", Integer.class), row.get("taken_until", LocalDate.class)));
    }

    /// Lets a home have so many places from a day on.
    /// Whether somebody has, had or will have a place there.
    boolean isHomeOf(HomeId id, GrantId grant) {
        return sql.fetchExists(sql.selectFrom(PLACEMENT)
                .where(PLACEMENT.HOME_ID.eq(id.value()))
                .and(PLACEMENT.GRANT_ID.eq(grant.value()))
                .and(PLACEMENT.STRUCK_AT.isNull()));
    }

    void setPlaces(HomeId id, int count, LocalDate from) {
        sql.update(PLACE)
                .set(PLACE.TO_DAY, from)
                .where(PLACE.HOME_ID.eq(id.value()))
                .and(PLACE.NUMBER.gt(count))
                .and(PLACE.TO_DAY.isNull().or(PLACE.TO_DAY.gt(from)))
                .and(PLACE.FROM_DAY.lt(from))
                .execute();
        sql.execute("""
                insert into support.place (home_id, organisation, number, from_day)
                select ?, ?, n, ? from generate_series(1, ?) n
                where not exists (select from support.place p where p.home_id = ? and p.number = n and p.to_day is null)
                """, id.value(), Acting.current().organisation().value(), from, count, id.value());
    }

    private List<Home> list(Condition which, LocalDate night) {
        Map<UUID, int[]> tonight = new HashMap<>();
        sql.fetch("select home, places, taken from support.occupancy(?)", night)
                .forEach(row -> tonight.put(
                        row.get("home", UUID.class),
                        new int[] {row.get("places", Integer.class), row.get("taken", Integer.class)}));
        return sql.selectFrom(HOME)
                .where(which)
                .orderBy(HOME.NUMBER)
                .fetch(row -> read(row, tonight.getOrDefault(row.get(HOME.ID), new int[2])));
    }

    private static Home read(Record row, int[] tonight) {
        @Nullable UUID operator = row.get(HOME.OPERATOR);
        return new Home(
                new HomeId(row.get(HOME.ID)),
                row.get(HOME.NUMBER),
                new HomeFacts(
                        row.get(HOME.REGION),
                        Set.of(row.get(HOME.TAKES)),
                        row.get(HOME.CERTIFIED_UNTIL),
                        operator == null ? null : new OrganisationId(operator)),
                tonight[0],
                tonight[1],
                row.get(HOME.SEALED) != null,
                row.get(HOME.CLOSED_ON));
    }
}
