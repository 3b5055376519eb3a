package se.ledfyr.returns;

import static se.ledfyr.returns.internal.tables.Application.APPLICATION;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.codes.Codes;
import se.ledfyr.consent.ConsentWithdrawn;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.people.ManyParcels;
import se.ledfyr.people.ParcelFate;
import se.ledfyr.people.ParcelId;
import se.ledfyr.people.Parcels;
import se.ledfyr.people.PersonId;
import se.ledfyr.programmes.ReturnGrants;

/// Admission: decided by whoever carries out returns, or written down by the office when no such organisation works
/// here. For one or for many in one act; each is a decision of its own.
@Service
@Transactional
public class Admitting {

    private static final String TAKEN_BACK = "Återvändandeprogrammet: beslutet var fel antecknat";
    private static final String BY_MISTAKE = "noted_by_mistake";
    private static final ZoneId SWEDISH_TIME = ZoneId.of("Europe/Stockholm");

    private final ReturnRows rows;
    private final OpeningRows ends;
    private final ReturnCostRows costs;
    private final ReturnGrants grants;
    private final ManyParcels parcels;
    private final Parcels fates;
    private final Codes codes;
    private final AuditLog audit;

    Admitting(
            ReturnRows rows,
            OpeningRows ends,
            ReturnCostRows costs,
            ReturnGrants grants,
            ManyParcels parcels,
            Parcels fates,
            Codes codes,
            AuditLog audit) {
        this.rows = rows;
        this.ends = ends;
        this.costs = costs;
        this.grants = grants;
        this.parcels = parcels;
        this.fates = fates;
        this.codes = codes;
        this.audit = audit;
    }

    /// Admits all of them on a day, or nobody. Each becomes a grant of the office that applied, counted in the year of
    /// that day, and the operator's own person.
    ///
    /// @throws NotHere when one of them is not there, or the acting organisation does not decide about it
    /// @throws RowFault naming the first that cannot be admitted
    public void admit(List<ReturnId> ids, LocalDate day) {
        List<Return> asked = lockToDecide(ids);
        asked.forEach(one -> checkDay(one, day));
        List<ReturnId> sorted = asked.stream().map(Return::id).toList();
        Map<UUID, UUID> admitted =
                grants.admit(sorted.stream().map(ReturnId::value).toList(), day);
        for (ReturnId id : sorted) {
            if (!admitted.containsKey(id.value())) {
                throw new NotHere();
            }
        }
        adopt(asked);
        rows.admit(admitted, day, self(), OpeningRows.member());
        finish(asked, "admitted");
    }

    private void adopt(List<Return> asked) {
        List<ReturnId> mine = new ArrayList<>();
        List<ParcelId> with = new ArrayList<>();
        for (Return one : asked) {
            ParcelId parcel = one.parcel();
            if (parcel != null) {
                mine.add(one.id());
                with.add(parcel);
            }
        }
        List<PersonId> people = parcels.adopt(with);
        if (!mine.isEmpty()) {
            ends.addEnds(mine, people);
        }
    }

    /// Refuses all of them on a day.
    ///
    /// @param why a code of `return_refusal`
    /// @throws NotHere as [#admit]
    public void refuse(List<ReturnId> ids, String why, LocalDate day) {
        if (!codes.book().isValid("return_refusal", why, today())) {
            throw new IllegalArgumentException("Not a reason");
        }
        List<Return> asked = lockToDecide(ids);
        asked.forEach(one -> checkDay(one, day));
        rows.update(asked.stream().map(Return::id).toList(), refused(day, why));
        finish(asked, "refused " + why);
    }

    /// Takes an admission back that was written down by mistake, before anybody has gone: the grant leaves the
    /// figures. Who should come after all is applied for anew.
    ///
    /// @throws NotHere when there is no such admission that the acting organisation decided
    public void takeBack(ReturnId id) {
        List<Return> admitted = lock(
                List.of(id),
                each -> each.decision().state() == ReturnState.ADMITTED
                        && each.days().departedOn() == null
                        && each.isLive()
                        && each.isDecidedBy(self()));
        grants.takeBack(List.of(id.value()), TAKEN_BACK);
        rows.update(List.of(id), refused(today(), BY_MISTAKE));
        finish(admitted, "refused " + BY_MISTAKE);
    }

    /// Takes an application back that nobody has decided.
    ///
    /// @throws NotHere when there is no such application of the acting office
    public void withdraw(ReturnId id) {
        List<Return> open = lock(
                List.of(id),
                each -> each.decision().state() == ReturnState.SENT
                        && each.office().equals(self()));
        rows.update(List.of(id), APPLICATION.STATE, ReturnState.WITHDRAWN.name());
        finish(open, "withdrawn");
    }

    /// Whoever no longer agrees to being told about is not applied for: what waits is taken back with what was sent.
    @EventListener
    void on(ConsentWithdrawn withdrawn) {
        for (ReturnLine line : rows.listOf(withdrawn.person())) {
            Return one = line.application();
            if (one.decision().state() == ReturnState.SENT && one.parcel() != null && isClosed(one.parcel())) {
                withdraw(one.id());
            }
        }
    }

    private boolean isClosed(ParcelId parcel) {
        ParcelFate fate = fates.fates(List.of(parcel)).get(parcel);
        return fate != null && fate.closedAt() != null;
    }

    private List<Return> lockToDecide(List<ReturnId> ids) {
        List<Return> asked = lock(ids, each -> each.isDecidedBy(self()));
        asked.stream()
                .filter(each -> each.decision().state() != ReturnState.SENT)
                .findFirst()
                .ifPresent(each -> {
                    throw new RowFault(each.id().value(), "returns.error.decided");
                });
        return asked;
    }

    private List<Return> lock(List<ReturnId> ids, Predicate<Return> mine) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        List<Return> found = rows.lock(ids);
        if (found.isEmpty()
                || found.size() < ids.stream().distinct().count()
                || !found.stream().allMatch(mine)) {
            throw new NotHere();
        }
        return found;
    }

    private void checkDay(Return one, LocalDate day) {
        if (day.isAfter(today()) || day.isBefore(one.days().openedOn())) {
            throw new RowFault(one.id().value(), "returns.error.decision-day");
        }
    }

    private Map<Field<?>, @Nullable Object> refused(LocalDate day, String why) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(APPLICATION.STATE, ReturnState.REFUSED.name());
        values.put(APPLICATION.DECIDED_ON, day);
        values.put(APPLICATION.DECIDED_AT, rows.now());
        values.put(APPLICATION.DECIDED_IN, self().value());
        values.put(APPLICATION.DECIDED_BY, OpeningRows.member());
        values.put(APPLICATION.REFUSED, why);
        values.put(APPLICATION.GRANT_ID, null);
        values.put(APPLICATION.GRANTED_ON, null);
        values.put(APPLICATION.FUNDING_YEAR, null);
        return values;
    }

    private void finish(List<Return> decided, String detail) {
        decided.stream().map(Return::group).filter(Objects::nonNull).distinct().forEach(costs::shareOut);
        rows.ring(decided.stream().map(Return::id).toList());
        for (Return one : decided) {
            List<UUID> subject = List.of(one.id().value());
            audit.note(Action.RETURN_DECIDED, Subject.RETURN, subject, null, detail);
            if (!one.office().equals(self())) {
                audit.noteAbout(one.office(), Action.RETURN_DECIDED, Subject.RETURN, subject, detail);
            }
        }
    }

    private static OrganisationId self() {
        return Acting.current().organisation();
    }

    private LocalDate today() {
        return rows.now().atZoneSameInstant(SWEDISH_TIME).toLocalDate();
    }
}
