package se.ledfyr.justice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.EventId;
import se.ledfyr.methods.wages.Rate;
import se.ledfyr.methods.wages.Settled;
import se.ledfyr.methods.wages.Work;
import se.ledfyr.people.PersonId;

/// Claims for wages that were not paid, in the acting organisation's own file. What a claim adds up to
/// follows from its lines and is stored nowhere.
@Service
@Transactional
public class WageClaims {

    private static final String EMPLOYER = "wage_claim.employer";
    private static final String WHAT = "wage_evidence.what";
    private static final String PLACE = "wage_evidence.place";
    private static final String SEEN_BY = "wage_evidence.seen_by";

    private final ClaimQueries queries;
    private final ClaimLines lines;
    private final LegalFiles files;
    private final AuditLog audit;
    private final Clock clock;

    WageClaims(ClaimQueries queries, ClaimLines lines, LegalFiles files, AuditLog audit, Clock clock) {
        this.queries = queries;
        this.lines = lines;
        this.files = files;
        this.audit = audit;
        this.clock = clock;
    }

    /// Begins a claim without any lines.
    ///
    /// @throws NotHere when the acting organisation takes no part in such a case
    public ClaimId begin(CaseId caseId, NewClaim claim) {
        return begin(caseId, claim, null);
    }

    ClaimId begin(CaseId caseId, NewClaim claim, @Nullable EventId event) {
        PersonId person = files.open(caseId);
        ClaimId id = ClaimId.random();
        queries.insert(
                id, caseId, claim, files.seal(person, EMPLOYER, id.value(), claim.employer()), event, clock.instant());
        note(Action.CLAIM_BEGUN, caseId, id, null);
        return id;
    }

    /// @throws NotHere when there is no such claim in the acting organisation's own file of the case
    public Claim get(CaseId caseId, ClaimId id) {
        Claim claim = whole(stored(caseId, id));
        note(Action.READ, caseId, id, null);
        return claim;
    }

    /// The claim as a page to be taken along, which is noted as handing it out.
    ///
    /// @throws NotHere when there is no such claim here
    public Claim print(CaseId caseId, ClaimId id) {
        Claim claim = whole(stored(caseId, id));
        note(Action.CLAIM_PRINTED, caseId, id, null);
        return claim;
    }

    /// The claims of a case in the order they were begun, without their evidence.
    public List<Claim> listOf(CaseId caseId) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return withoutEvidence(queries.listOf(caseId));
    }

    /// The claims that were made for people of one event, without their evidence.
    public List<Claim> listOf(EventId event) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        List<Claim> claims = withoutEvidence(queries.listOf(event));
        audit.note(
                Action.LISTED,
                Subject.CLAIM,
                claims.stream()
                        .flatMap(claim ->
                                Stream.of(claim.id().value(), claim.caseId().value()))
                        .distinct()
                        .toList(),
                null,
                null);
        return claims;
    }

    /// @throws NotHere when there is no such claim here, or it is over
    public void add(CaseId caseId, ClaimId id, Rate rate) {
        open(caseId, id);
        lines.add(caseId, id, rate);
        changed(caseId, id, "rate " + rate.kind());
    }

    /// @throws NotHere when there is no such claim here, or it is over
    public void add(CaseId caseId, ClaimId id, Work work) {
        open(caseId, id);
        lines.add(caseId, id, work);
        changed(caseId, id, "work");
    }

    /// @param what code of list `wage_money`
    /// @throws NotHere when there is no such claim here, or it is over
    public void add(CaseId caseId, ClaimId id, Settled settled, String what, @Nullable LocalDate day) {
        open(caseId, id);
        lines.add(caseId, id, settled, what, day);
        changed(caseId, id, "money " + settled.kind());
    }

    /// @throws NotHere when there is no such claim here, or it is over
    public void add(CaseId caseId, ClaimId id, Evidence evidence) {
        open(caseId, id);
        PersonId person = files.open(caseId);
        UUID line = UUID.randomUUID();
        lines.add(
                caseId,
                id,
                new ClaimLines.StoredEvidence(
                        line,
                        evidence.kind(),
                        Objects.requireNonNull(files.seal(person, WHAT, line, evidence.what())),
                        files.seal(person, PLACE, line, evidence.place()),
                        files.seal(person, SEEN_BY, line, evidence.seenBy()),
                        evidence.seenOn()),
                clock.instant());
        changed(caseId, id, "evidence " + evidence.kind());
    }

    /// Takes a line out of the claim. It stays stored, and counts for nothing.
    ///
    /// @throws NotHere when there is no such claim here, it is over, or it has no such line
    public void strike(CaseId caseId, ClaimId id, UUID line) {
        open(caseId, id);
        if (!lines.strike(id, line, clock.instant())) {
            throw new NotHere();
        }
        changed(caseId, id, "struck");
    }

    /// @param holidayPay hundredths of a percent
    /// @throws NotHere when there is no such claim here, or it is over
    public void setHolidayPay(CaseId caseId, ClaimId id, int holidayPay, String source) {
        open(caseId, id);
        queries.setHolidayPay(id, holidayPay, source);
        changed(caseId, id, "holiday_pay");
    }

    /// @throws NotHere when there is no such claim here
    public void setState(CaseId caseId, ClaimId id, ClaimState state) {
        stored(caseId, id);
        queries.setState(id, state);
        changed(caseId, id, state.name());
    }

    private void open(CaseId caseId, ClaimId id) {
        if (!stored(caseId, id).state().isOpen()) {
            throw new NotHere();
        }
    }

    private ClaimQueries.Stored stored(CaseId caseId, ClaimId id) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return queries.find(caseId, id).orElseThrow(NotHere::new);
    }

    private List<Claim> withoutEvidence(List<ClaimQueries.Stored> stored) {
        List<UUID> ids = stored.stream().map(one -> one.id().value()).toList();
        Map<UUID, List<Claim.RateLine>> rates = lines.rates(ids);
        Map<UUID, List<Claim.WorkLine>> work = lines.work(ids);
        Map<UUID, List<Claim.MoneyLine>> money = lines.money(ids);
        return stored.stream()
                .map(one -> claim(
                        one,
                        rates.getOrDefault(one.id().value(), List.of()),
                        work.getOrDefault(one.id().value(), List.of()),
                        money.getOrDefault(one.id().value(), List.of()),
                        List.of()))
                .toList();
    }

    private Claim whole(ClaimQueries.Stored stored) {
        List<UUID> one = List.of(stored.id().value());
        return claim(
                stored,
                lines.rates(one).getOrDefault(stored.id().value(), List.of()),
                lines.work(one).getOrDefault(stored.id().value(), List.of()),
                lines.money(one).getOrDefault(stored.id().value(), List.of()),
                lines.evidence(stored.id()).stream()
                        .map(line -> evidence(stored.caseId(), line))
                        .toList());
    }

    private Claim claim(
            ClaimQueries.Stored stored,
            List<Claim.RateLine> rates,
            List<Claim.WorkLine> work,
            List<Claim.MoneyLine> money,
            List<Claim.EvidenceLine> evidence) {
        return new Claim(
                stored.id(),
                stored.caseId(),
                stored.number(),
                stored.event(),
                files.open(stored.caseId(), EMPLOYER, stored.id().value(), stored.employer()),
                stored.holidayPay(),
                stored.holidaySource(),
                stored.state(),
                stored.begunAt(),
                stored.changedAt(),
                rates,
                work,
                money,
                evidence);
    }

    private Claim.EvidenceLine evidence(CaseId caseId, ClaimLines.StoredEvidence line) {
        String what = files.open(caseId, WHAT, line.id(), line.what());
        return new Claim.EvidenceLine(
                line.id(),
                new Evidence(
                        line.kind(),
                        what == null ? "" : what,
                        files.open(caseId, PLACE, line.id(), line.place()),
                        files.open(caseId, SEEN_BY, line.id(), line.seenBy()),
                        line.seenOn()));
    }

    private void changed(CaseId caseId, ClaimId id, String detail) {
        queries.touch(id, clock.instant());
        note(Action.CLAIM_CHANGED, caseId, id, detail);
    }

    private void note(Action action, CaseId caseId, ClaimId id, @Nullable String detail) {
        audit.note(action, Subject.CLAIM, List.of(id.value(), caseId.value()), null, detail);
    }
}
