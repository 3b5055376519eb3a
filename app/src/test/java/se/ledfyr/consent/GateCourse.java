package se.ledfyr.consent;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import se.ledfyr.organisations.OrganisationId;

/// One random course of one organisation's dealings with consent, with a model of what may leave.
final class GateCourse {

    static final OrganisationId SENDER = new OrganisationId(new UUID(0xc0, 1));
    private static final List<UUID> RECEIVERS = List.of(new UUID(0xc0, 2), new UUID(0xc0, 3));
    private static final List<UUID> PERSONS = List.of(new UUID(0xc1, 1), new UUID(0xc1, 2));
    private static final UUID LEAD = new UUID(0xc2, 1);
    private static final UUID COORDINATOR = new UUID(0xc2, 2);
    private static final UUID LEAD_SHUT_OUT = new UUID(0xc2, 3);
    private static final List<String> PURPOSES = List.of("support", "permit");
    private static final List<String> GROUPS = List.of("identity", "contact", "basics");
    private static final List<String> GROUNDS = List.of("crime", "crime_between_authorities", "no_such_ground");
    private static final LocalDate SHARING_AGAINST_CRIME_FROM = LocalDate.of(2025, 12, 1);
    private static final ZoneId SWEDISH_TIME = ZoneId.of("Europe/Stockholm");

    private final Connection connection;
    private final Random random;
    private final List<Given> given = new ArrayList<>();
    private LocalDate day = LocalDate.of(2025, 10, 1);
    private Tally tally = new Tally(0, 0, 0, 0);

    GateCourse(Connection connection, Random random) {
        this.connection = connection;
        this.random = random;
    }

    /// What came of one course, or of several.
    record Tally(int letThrough, int refused, int leaks, int refusedWrongly) {

        Tally plus(Tally other) {
            return new Tally(
                    letThrough + other.letThrough,
                    refused + other.refused,
                    leaks + other.leaks,
                    refusedWrongly + other.refusedWrongly);
        }

        Tally and(boolean accepted, boolean allowed) {
            return plus(new Tally(
                    accepted ? 1 : 0, accepted ? 0 : 1, accepted && !allowed ? 1 : 0, !accepted && allowed ? 1 : 0));
        }
    }

    private record Given(
            UUID id,
            UUID person,
            String purpose,
            List<UUID> receivers,
            List<String> groups,
            LocalDate from,
            @Nullable LocalDate until,
            boolean[] withdrawn) {}

    static void prepare(DSLContext owner) {
        Stream.concat(Stream.of(SENDER.value()), RECEIVERS.stream())
                .forEach(id -> owner.execute(
                        "insert into organisations.organisation (id, name, kind, created_at) values (?, ?, 'NGO', now())",
                        id,
                        "Organisation " + id.getLeastSignificantBits()));
        PERSONS.forEach(id -> owner.execute(
                "insert into people.person (id, organisation, created_at) values (?, ?, now())", id, SENDER.value()));
        member(owner, LEAD, "LEAD", false);
        member(owner, COORDINATOR, "COORDINATOR", false);
        member(owner, LEAD_SHUT_OUT, "LEAD", true);
    }

    private static void member(DSLContext owner, UUID id, String role, boolean shutOut) {
        owner.execute(
                "insert into organisations.member (id, organisation, login, name, roles, created_at, disabled_at)"
                        + " values (?, ?, ?, 'Någon', array[?], now(), case when ? then now() end)",
                id,
                SENDER.value(),
                id + "@example.org",
                role,
                shutOut);
    }

    /// Everything is undone afterwards, so that courses do not meet.
    Tally run(int steps) throws SQLException {
        Savepoint beginning = connection.setSavepoint();
        act(random.nextInt(4));
        for (int i = 0; i < steps; i++) {
            switch (random.nextInt(10)) {
                case 0, 1 -> record();
                case 2 -> withdraw();
                case 3 -> day = day.plusDays(random.nextInt(25));
                case 4 -> act(random.nextInt(4));
                case 5 -> smuggle();
                case 6 -> takeBackAWithdrawal();
                default -> share();
            }
        }
        connection.rollback(beginning);
        return tally;
    }

    private @Nullable UUID member;

    private void act(int who) throws SQLException {
        member = switch (who) {
            case 0 -> LEAD;
            case 1 -> COORDINATOR;
            case 2 -> LEAD_SHUT_OUT;
            default -> null;
        };
        execute("select set_config('ledfyr.member', ?, true)", member == null ? "" : member.toString());
    }

    private void record() throws SQLException {
        LocalDate from = day.plusDays(random.nextInt(20) - 10);
        Given one = new Given(
                UUID.randomUUID(),
                any(PERSONS),
                any(PURPOSES),
                some(RECEIVERS),
                some(GROUPS),
                from,
                random.nextBoolean() ? null : from.plusDays(random.nextInt(30)),
                new boolean[1]);
        execute(
                """
                insert into consent.consent (id, organisation, person_id, purpose, receivers, groups, given_by, given_how,
                                             language, interpreter, from_on, until_on, recorded_at)
                values (?, ?, ?, ?, ?, ?, 'self', 'spoken', 'ro', 'telephone', ?, ?, ?)
                """,
                one.id(),
                SENDER.value(),
                one.person(),
                one.purpose(),
                connection.createArrayOf("uuid", one.receivers().toArray()),
                connection.createArrayOf("text", one.groups().toArray()),
                one.from(),
                one.until(),
                now());
        given.add(one);
    }

    private void withdraw() throws SQLException {
        if (!given.isEmpty()) {
            Given one = any(given);
            if (!one.withdrawn()[0]) {
                execute("update consent.consent set withdrawn_at = ? where id = ?", now(), one.id());
                one.withdrawn()[0] = true;
            }
        }
    }

    /// What was withdrawn stays withdrawn, so the model does not change.
    private void takeBackAWithdrawal() throws SQLException {
        if (!given.isEmpty()) {
            tries(
                    "update consent.consent set withdrawn_at = null, withdrawn_by = null where id = ?",
                    any(given).id());
        }
    }

    /// A parcel without any record of it. One that stays would be a leak.
    private void smuggle() throws SQLException {
        Savepoint before = connection.setSavepoint();
        boolean accepted;
        try {
            parcel(UUID.randomUUID(), any(PERSONS), any(RECEIVERS), some(GROUPS));
            execute("set constraints all immediate");
            accepted = true;
        } catch (SQLException refused) {
            accepted = false;
        }
        connection.rollback(before);
        execute("set constraints all deferred");
        tally = tally.and(accepted, false);
    }

    private void share() throws SQLException {
        Given consent = !given.isEmpty() && random.nextInt(3) > 0 ? any(given) : null;
        // Mostly what the consent says, with one thing or another changed.
        UUID person = consent == null || strays() ? any(PERSONS) : consent.person();
        UUID receiver = consent == null || strays() ? any(RECEIVERS) : any(consent.receivers());
        String purpose = consent == null || strays() ? any(PURPOSES) : consent.purpose();
        List<String> groups = some(consent == null || strays() ? GROUPS : consent.groups());
        List<String> packed = random.nextInt(8) == 0 ? some(GROUPS) : groups;
        UUID packedFor = random.nextInt(12) == 0 ? any(RECEIVERS) : receiver;
        String ground = random.nextInt(consent == null ? 2 : 10) == 0 ? any(GROUNDS) : null;
        boolean overridden = random.nextInt(consent == null ? 3 : 10) == 0;
        boolean allowed = isAllowed(person, receiver, purpose, groups, consent, ground, overridden)
                && List.copyOf(packed).equals(groups)
                && packedFor.equals(receiver);
        Savepoint before = connection.setSavepoint();
        boolean accepted;
        try {
            UUID parcel = UUID.randomUUID();
            parcel(parcel, person, packedFor, packed);
            execute(
                    """
                    insert into consent.share (id, organisation, person_id, parcel_id, receiver, purpose, groups, consent_id,
                                               ground, overridden, reason, shared_at, shared_by)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'Skäl', ?, ?)
                    """,
                    UUID.randomUUID(),
                    SENDER.value(),
                    person,
                    parcel,
                    receiver,
                    purpose,
                    connection.createArrayOf("text", groups.toArray()),
                    consent == null ? null : consent.id(),
                    ground,
                    overridden,
                    now(),
                    member);
            execute("set constraints all immediate");
            accepted = true;
        } catch (SQLException refused) {
            accepted = false;
        }
        connection.rollback(before);
        execute("set constraints all deferred");
        tally = tally.and(accepted, allowed);
    }

    private boolean isAllowed(
            UUID person,
            UUID receiver,
            String purpose,
            List<String> groups,
            @Nullable Given consent,
            @Nullable String ground,
            boolean overridden) {
        int bases = (consent == null ? 0 : 1) + (ground == null ? 0 : 1) + (overridden ? 1 : 0);
        if (bases != 1) {
            return false;
        }
        if (consent != null) {
            return !consent.withdrawn()[0]
                    && consent.person().equals(person)
                    && consent.purpose().equals(purpose)
                    && consent.receivers().contains(receiver)
                    && consent.groups().containsAll(groups)
                    && !day.isBefore(consent.from())
                    && (consent.until() == null || !day.isAfter(consent.until()));
        }
        if (ground != null) {
            return ground.equals("crime")
                    || ground.equals("crime_between_authorities") && !day.isBefore(SHARING_AGAINST_CRIME_FROM);
        }
        return LEAD.equals(member);
    }

    private void parcel(UUID id, UUID person, UUID to, List<String> groups) throws SQLException {
        execute("""
                insert into people.parcel (id, from_organisation, to_organisation, groups, data_key, sealed, made_at)
                values (?, ?, ?, ?, 'k', 's', ?)
                """, id, SENDER.value(), to, connection.createArrayOf("text", groups.toArray()), now());
        execute(
                "insert into people.parcel_person (parcel_id, organisation, person_id) values (?, ?, ?)",
                id,
                SENDER.value(),
                person);
    }

    private void tries(String sql, Object... values) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            execute(sql, values);
        } catch (SQLException refused) {
            connection.rollback(before);
        }
    }

    private void execute(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    /// Early, late or at noon of the day, as people in Sweden count it.
    private OffsetDateTime now() {
        LocalTime time = List.of(LocalTime.of(0, 5), LocalTime.NOON, LocalTime.of(23, 55))
                .get(random.nextInt(3));
        return day.atTime(time).atZone(SWEDISH_TIME).toOffsetDateTime();
    }

    private boolean strays() {
        return random.nextInt(6) == 0;
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /// One or several, in their order.
    private <T> List<T> some(List<T> of) {
        List<T> some = of.stream().filter(one -> random.nextBoolean()).toList();
        return some.isEmpty() ? List.of(any(of)) : some;
    }
}
