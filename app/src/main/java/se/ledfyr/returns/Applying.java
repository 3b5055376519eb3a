package se.ledfyr.returns;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.casework.Event;
import se.ledfyr.casework.EventPeople;
import se.ledfyr.casework.Events;
import se.ledfyr.casework.Registration;
import se.ledfyr.casework.RegistrationId;
import se.ledfyr.casework.Registrations;
import se.ledfyr.casework.TooLate;
import se.ledfyr.casework.WorkListLine;
import se.ledfyr.codes.Codes;
import se.ledfyr.consent.ManyShares;
import se.ledfyr.deadlines.DueTimes;
import se.ledfyr.organisations.Organisation;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.organisations.OrganisationKind;
import se.ledfyr.organisations.Organisations;
import se.ledfyr.people.Identity;
import se.ledfyr.people.NameFacts;
import se.ledfyr.people.ParcelId;
import se.ledfyr.people.People;
import se.ledfyr.people.PersonId;
import se.ledfyr.programmes.ReturnGrants;

/// Opening applications: regional coordinators alone may, for one person or for many in one act.
///
/// Where an organisation that carries out returns works here, it is told in the same transaction, on the consent of
/// each. Otherwise the office writes its decision down.
@Service
@Transactional
public class Applying {

    static final String PURPOSE = "return";
    private static final ZoneId SWEDISH_TIME = ZoneId.of("Europe/Stockholm");

    private final OpeningRows rows;
    private final ReturnRows returns;
    private final ReturnCostRows costs;
    private final Registrations registrations;
    private final Events events;
    private final EventPeople inEvent;
    private final People people;
    private final ManyShares shares;
    private final ReturnGrants grants;
    private final Organisations organisations;
    private final DueTimes dueTimes;
    private final Codes codes;
    private final AuditLog audit;
    private final Clock clock;

    Applying(
            OpeningRows rows,
            ReturnRows returns,
            ReturnCostRows costs,
            Registrations registrations,
            Events events,
            EventPeople inEvent,
            People people,
            ManyShares shares,
            ReturnGrants grants,
            Organisations organisations,
            DueTimes dueTimes,
            Codes codes,
            AuditLog audit,
            Clock clock) {
        this.rows = rows;
        this.returns = returns;
        this.costs = costs;
        this.registrations = registrations;
        this.events = events;
        this.inEvent = inEvent;
        this.people = people;
        this.shares = shares;
        this.grants = grants;
        this.organisations = organisations;
        this.dueTimes = dueTimes;
        this.codes = codes;
        this.audit = audit;
        this.clock = clock;
    }

    /// Who carries out returns and works here.
    public Optional<Organisation> operator() {
        return organisations.list().stream()
                .filter(each -> each.kind() == OrganisationKind.RETURN_OPERATOR)
                .findFirst();
    }

    /// Those of `people` who have an application that has not ended.
    public Set<PersonId> busy(Set<PersonId> people) {
        Acting.require(Right.OPEN_RETURNS);
        return rows.busy(people);
    }

    /// Opens an application for somebody registered.
    ///
    /// @throws NotHere for whoever is no regional coordinator, or when no such registration is counted
    /// @throws RowFault when something about the person stands in the way
    /// @throws se.ledfyr.consent.NoConsentOfSome when nothing allows telling the operator
    public ReturnId open(RegistrationId registration, Terms terms) {
        Acting.require(Right.OPEN_RETURNS);
        Registration known = registrations.get(registration);
        if (known.removal().isPresent()) {
            throw new NotHere();
        }
        Entry entry = Entry.of(known.person(), registration, known.facts(), terms);
        open(List.of(entry), terms, null, null);
        return entry.id();
    }

    /// Opens an application for each of those who were chosen from an event, or for none.
    ///
    /// @throws NotHere when the acting member is no regional coordinator, or there is no such event
    /// @throws RowFault naming the first row that cannot be as it is
    /// @throws se.ledfyr.consent.NoConsentOfSome when nothing allows telling the operator about some of them
    public GroupId openGroup(NewGroup group) {
        Acting.require(Right.OPEN_RETURNS);
        Event event = events.get(group.event());
        Map<RegistrationId, WorkListLine> known = new LinkedHashMap<>();
        inEvent.everybody(group.event()).forEach(line -> known.put(line.id(), line));
        List<Entry> entries = new ArrayList<>(group.rows().size());
        for (NewGroup.Row row : group.rows()) {
            WorkListLine line = known.get(row.registration());
            if (line == null || line.person() == null) {
                throw new NotHere();
            }
            entries.add(Entry.of(line.person(), line, row, group.terms()));
        }
        GroupId id = GroupId.random();
        open(entries, group.terms(), id, event);
        group.costs().forEach(cost -> costs.addToGroup(id, cost));
        costs.shareOut(id);
        audit.note(
                Action.RETURN_OPENED,
                Subject.RETURN_GROUP,
                List.of(id.value(), group.event().value()),
                null,
                null);
        return id;
    }

    /// Opens an application for somebody who accompanies an exploited person, with what that person was told.
    ///
    /// @throws NotHere as [#open], and when there is no such application that goes on
    public ReturnId addCompanion(ReturnId exploited, NewCompanion companion, @Nullable String consentHow) {
        Acting.require(Right.OPEN_RETURNS);
        Return with = returns.lock(List.of(exploited)).stream()
                .filter(one -> one.isExploited() && one.isLive())
                .filter(one -> one.office().equals(Acting.current().organisation()))
                .findFirst()
                .orElseThrow(NotHere::new);
        NameFacts facts = new NameFacts(companion.birthYear(), companion.citizenship());
        PersonId person = companion.name() == null
                ? people.addWithoutIdentity()
                : people.add(new Identity(companion.name(), List.of(), List.of(), List.of(), null), null, facts);
        Terms terms = new Terms(
                with.country(),
                with.information(),
                with.days().appliedOn(),
                with.days().exitDeadline(),
                with.days().plannedDeparture(),
                consentHow);
        Entry entry = Entry.of(person, with, companion);
        open(List.of(entry), terms, with.group(), null);
        if (with.group() != null) {
            costs.shareOut(with.group());
        }
        return entry.id();
    }

    private void open(List<Entry> entries, Terms terms, @Nullable GroupId group, @Nullable Event event) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, SWEDISH_TIME);
        check(entries, terms, today);
        @Nullable OrganisationId operator = operator().map(Organisation::id).orElse(null);
        List<ParcelId> parcels = operator == null ? List.of() : tell(entries, terms, operator);
        OpeningRows.Common common = new OpeningRows.Common(
                operator,
                group,
                terms,
                today,
                dueTimes.since(today, "return_decision").lastDay(),
                dueTimes.since(today, "return_form").lastDay(),
                now.atOffset(ZoneOffset.UTC));
        if (group != null && event != null) {
            rows.insertGroup(event.id().value(), event.code(), common);
        }
        try {
            rows.insert(entries, parcels, common);
        } catch (DuplicateKeyException meanwhile) {
            throw new TooLate();
        }
        grants.prepare(
                entries.stream().map(one -> awaited(one, terms)).toList(),
                operator,
                event == null ? null : event.code());
        returns.ring(entries.stream().map(Entry::id).toList());
        entries.forEach(one -> audit.note(
                Action.RETURN_OPENED,
                Subject.RETURN,
                List.of(one.id().value(), one.person().value()),
                null,
                one.role()));
    }

    private List<ParcelId> tell(List<Entry> entries, Terms terms, OrganisationId operator) {
        if (terms.consentHow() != null) {
            Map<PersonId, String> givenBy = new LinkedHashMap<>();
            entries.forEach(one -> givenBy.put(one.person(), one.consentGivenBy()));
            Information told = terms.information();
            shares.record(
                    new ManyShares.Asked(givenBy, terms.consentHow(), told.language(), told.interpreter(), told.on()),
                    PURPOSE,
                    operator,
                    Entry.TOLD);
        }
        return shares.share(
                PURPOSE,
                operator,
                entries.stream()
                        .map(one -> new ManyShares.About(one.person(), one.told()))
                        .toList());
    }

    private void check(List<Entry> entries, Terms terms, LocalDate today) {
        if (terms.information().on().isAfter(today)
                || (terms.appliedOn() != null && terms.appliedOn().isAfter(today))) {
            throw new IllegalArgumentException("What has been done lies behind");
        }
        Set<PersonId> busy = rows.busy(entries.stream().map(Entry::person).toList());
        for (Entry entry : entries) {
            String wrong = wrong(entry, busy, today);
            if (wrong != null) {
                throw new RowFault(
                        entry.registration() == null
                                ? entry.id().value()
                                : entry.registration().value(),
                        wrong);
            }
        }
    }

    private @Nullable String wrong(Entry entry, Set<PersonId> busy, LocalDate today) {
        if (busy.contains(entry.person())) {
            return "returns.error.already";
        }
        if (!codes.book().isValid("country", entry.country(), today)) {
            return "returns.error.country";
        }
        if (entry.exitDeadline() != null && entry.exitDeadline().isBefore(today)) {
            return "returns.error.exit-behind";
        }
        return null;
    }

    private static ReturnGrants.Awaited awaited(Entry entry, Terms terms) {
        return new ReturnGrants.Awaited(
                entry.id().value(),
                entry.person(),
                entry.registration(),
                entry.role(),
                entry.sex(),
                entry.ageGroup(),
                entry.citizenship(),
                entry.country(),
                terms.appliedOn());
    }
}
