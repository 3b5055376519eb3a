package se.ledfyr.surveys;

import static se.ledfyr.surveys.internal.tables.Membership.MEMBERSHIP;
import static se.ledfyr.surveys.internal.tables.Participant.PARTICIPANT;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.organisations.Organisation;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.organisations.OrganisationKind;
import se.ledfyr.organisations.Organisations;
import se.ledfyr.surveys.MembershipRefused.Why;

/// Who is a member of the platform.
@Service
@Transactional
public class Participants {

    private static final Set<OrganisationKind> MEMBERS = Set.of(OrganisationKind.NGO, OrganisationKind.SHELTER);
    private static final Pattern LABEL = Pattern.compile("ORG-[0-9]{2,3}");
    private static final int MOST_LABELS = 999;
    private static final ZoneId LOCAL_TIME = ZoneId.of("Europe/Stockholm");

    private final DSLContext sql;
    private final Organisations organisations;
    private final AuditLog audit;
    private final Clock clock;

    Participants(DSLContext sql, Organisations organisations, AuditLog audit, Clock clock) {
        this.sql = sql;
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
    }

    /// A member of the platform.
    ///
    /// @param label what files and compilations call it: `ORG-07`
    /// @param active false once it has left
    public record Participant(OrganisationId organisation, String label, boolean active) {}

    /// A time during which somebody was a member.
    ///
    /// @param to last day; null while it goes on
    public record Membership(
            OrganisationId organisation,
            String label,
            LocalDate from,
            @Nullable LocalDate to) {}

    /// All members the platform has or had, by label.
    public List<Participant> list() {
        Acting.require(Right.COMPILE_CONTACTS);
        return sql.select(PARTICIPANT.ORGANISATION, PARTICIPANT.LABEL, PARTICIPANT.LEFT_AT)
                .from(PARTICIPANT)
                .where(PARTICIPANT.PLATFORM.eq(ContactQueries.own()))
                .orderBy(PARTICIPANT.LABEL)
                .fetch(row -> new Participant(new OrganisationId(row.value1()), row.value2(), row.value3() == null));
    }

    /// The acting organisation's own label, while it is a member.
    public Optional<String> ownLabel() {
        return sql.select(PARTICIPANT.LABEL)
                .from(PARTICIPANT)
                .where(PARTICIPANT.ORGANISATION.eq(ContactQueries.own()), PARTICIPANT.LEFT_AT.isNull())
                .fetchOptional(PARTICIPANT.LABEL);
    }

    /// Takes an organisation of civil society in as a member from today.
    ///
    /// @param label `ORG-` and two or three digits, not used for another
    /// @throws MembershipRefused when it is a member already, reports nothing, or the label is taken
    public void add(OrganisationId organisation, String label) {
        join(organisation, label, today());
    }

    /// Takes an organisation of civil society in as a member. One that was a member before comes back
    /// under the label it had, whatever label is given.
    ///
    /// @param label `ORG-` and two or three digits, not used for another
    /// @param from first day, not later than today
    /// @throws MembershipRefused when that cannot be
    public void join(OrganisationId organisation, String label, LocalDate from) {
        Acting.require(Right.COMPILE_CONTACTS);
        requireCivilSociety(organisation);
        List<Membership> before = history().stream()
                .filter(each -> each.organisation().equals(organisation))
                .toList();
        if (before.stream().anyMatch(each -> each.to() == null)) {
            throw new MembershipRefused(Why.MEMBER_ALREADY);
        }
        if (from.isAfter(today())
                || before.stream().anyMatch(each -> !from.isAfter(Objects.requireNonNull(each.to())))) {
            throw new MembershipRefused(Why.FIRST_DAY);
        }
        if (before.isEmpty()) {
            add(organisation, requireFree(label), from);
        } else {
            takeBack(organisation, from);
        }
        note(organisation, "joined " + from);
    }

    private void takeBack(OrganisationId organisation, LocalDate from) {
        sql.update(PARTICIPANT)
                .setNull(PARTICIPANT.LEFT_AT)
                .where(PARTICIPANT.ORGANISATION.eq(organisation.value()), PARTICIPANT.PLATFORM.eq(ContactQueries.own()))
                .execute();
        sql.insertInto(MEMBERSHIP)
                .set(MEMBERSHIP.ORGANISATION, organisation.value())
                .set(MEMBERSHIP.PLATFORM, ContactQueries.own())
                .set(MEMBERSHIP.FROM_DAY, from)
                .set(MEMBERSHIP.NOTED_AT, now())
                .set(MEMBERSHIP.NOTED_BY, ContactQueries.member())
                .execute();
    }

    /// The database notes the membership that comes with it.
    private void add(OrganisationId organisation, String label, LocalDate from) {
        sql.insertInto(PARTICIPANT)
                .set(PARTICIPANT.ORGANISATION, organisation.value())
                .set(PARTICIPANT.PLATFORM, ContactQueries.own())
                .set(PARTICIPANT.LABEL, label)
                .set(PARTICIPANT.JOINED_AT, from.atStartOfDay(LOCAL_TIME).toOffsetDateTime())
                .set(PARTICIPANT.JOINED_BY, ContactQueries.member())
                .execute();
    }

    private void requireCivilSociety(OrganisationId organisation) {
        if (organisations
                .find(organisation)
                .filter(found -> MEMBERS.contains(found.kind()))
                .isEmpty()) {
            throw new MembershipRefused(Why.NO_ORGANISATION);
        }
    }

    private String requireFree(String label) {
        boolean taken = list().stream().anyMatch(each -> each.label().equals(label));
        if (taken || !LABEL.matcher(label).matches()) {
            throw new MembershipRefused(Why.LABEL);
        }
        return label;
    }

    /// Notes that a member leaves today. Nothing happens for one that is none.
    public void leave(OrganisationId organisation) {
        Acting.require(Right.COMPILE_CONTACTS);
        if (list().stream()
                .anyMatch(each -> each.active() && each.organisation().equals(organisation))) {
            leave(organisation, today());
        }
    }

    /// Ends a membership; what the member sent stays and is counted, and it sends nothing more from now
    /// on.
    ///
    /// @param last last day, not later than today
    /// @throws MembershipRefused when that cannot be
    /// @throws NotHere when it is no member
    public void leave(OrganisationId organisation, LocalDate last) {
        Acting.require(Right.COMPILE_CONTACTS);
        Membership running = history().stream()
                .filter(each -> each.organisation().equals(organisation) && each.to() == null)
                .findFirst()
                .orElseThrow(NotHere::new);
        if (last.isAfter(today()) || last.isBefore(running.from())) {
            throw new MembershipRefused(Why.LAST_DAY);
        }
        sql.update(MEMBERSHIP)
                .set(MEMBERSHIP.TO_DAY, last)
                .set(MEMBERSHIP.ENDED_AT, now())
                .set(MEMBERSHIP.ENDED_BY, ContactQueries.member())
                .where(MEMBERSHIP.ORGANISATION.eq(organisation.value()), MEMBERSHIP.TO_DAY.isNull())
                .execute();
        sql.update(PARTICIPANT)
                .set(PARTICIPANT.LEFT_AT, now())
                .where(PARTICIPANT.ORGANISATION.eq(organisation.value()), PARTICIPANT.PLATFORM.eq(ContactQueries.own()))
                .execute();
        note(organisation, "left " + last);
    }

    /// Every membership there is or was, by label, the latest of each first.
    public List<Membership> history() {
        Acting.require(Right.COMPILE_CONTACTS);
        return sql.select(MEMBERSHIP.ORGANISATION, PARTICIPANT.LABEL, MEMBERSHIP.FROM_DAY, MEMBERSHIP.TO_DAY)
                .from(MEMBERSHIP)
                .join(PARTICIPANT)
                .on(PARTICIPANT.ORGANISATION.eq(MEMBERSHIP.ORGANISATION))
                .where(MEMBERSHIP.PLATFORM.eq(ContactQueries.own()))
                .orderBy(PARTICIPANT.LABEL, MEMBERSHIP.FROM_DAY.desc())
                .fetch(row ->
                        new Membership(new OrganisationId(row.value1()), row.value2(), row.value3(), row.value4()));
    }

    /// Organisations of civil society that are no members now, by name.
    public List<Organisation> candidates() {
        Set<OrganisationId> members = list().stream()
                .filter(Participant::active)
                .map(Participant::organisation)
                .collect(Collectors.toSet());
        return organisations.list().stream()
                .filter(each -> MEMBERS.contains(each.kind()) && !members.contains(each.id()))
                .toList();
    }

    /// The first label that nobody has.
    public String freeLabel() {
        Set<String> taken = list().stream().map(Participant::label).collect(Collectors.toSet());
        return IntStream.rangeClosed(1, MOST_LABELS)
                .mapToObj("ORG-%02d"::formatted)
                .filter(label -> !taken.contains(label))
                .findFirst()
                .orElse("");
    }

    private void note(OrganisationId organisation, String what) {
        audit.note(Action.SURVEY_MEMBER_CHANGED, Subject.ORGANISATION, List.of(organisation.value()), null, what);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), LOCAL_TIME);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
