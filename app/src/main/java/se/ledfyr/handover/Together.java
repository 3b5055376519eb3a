package se.ledfyr.handover;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.CaseLinks;
import se.ledfyr.casework.Cases;
import se.ledfyr.casework.LinkedCase;
import se.ledfyr.consent.Basis;
import se.ledfyr.consent.ConsentGate;
import se.ledfyr.consent.ShareRequest;
import se.ledfyr.needs.Need;
import se.ledfyr.needs.NeedId;
import se.ledfyr.needs.Needs;
import se.ledfyr.needs.NewNeed;
import se.ledfyr.organisations.OrganisationId;

/// Offers for many people in one act, as when forty are found at once. Each is an offer of its own,
/// answered by itself.
@Service
@Transactional
public class Together {

    private final Offering offering;
    private final Cases cases;
    private final CaseLinks linked;
    private final Needs needs;
    private final ConsentGate gate;
    private final Gathering gathering;
    private final Clock clock;

    Together(
            Offering offering,
            Cases cases,
            CaseLinks linked,
            Needs needs,
            ConsentGate gate,
            Gathering gathering,
            Clock clock) {
        this.offering = offering;
        this.cases = cases;
        this.linked = linked;
        this.needs = needs;
        this.gate = gate;
        this.gathering = gathering;
        this.clock = clock;
    }

    /// What is offered for everybody who was chosen.
    ///
    /// @param needType code of list `need_support`, for one need of each; null for each whole case. Who has no
    ///     such open need gets one
    /// @param acute whether needs that are added are acute
    public record Wanted(
            @Nullable String needType,
            boolean acute,
            OrganisationId to,
            String why,
            @Nullable AnswerRule rule,
            @Nullable Along along) {

        /// Without the words.
        @Override
        public String toString() {
            return "Wanted[" + needType + "]";
        }
    }

    /// The open cases that the acting organisation holds among one and those that belong with it.
    ///
    /// @throws NotHere when there is no such case
    public List<CaseFile> companions(CaseId id) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        List<CaseFile> held = new ArrayList<>();
        held.add(cases.get(id));
        linked.list(id).stream()
                .filter(LinkedCase::open)
                .map(other -> cases.find(other.id()))
                .flatMap(Optional::stream)
                .forEach(held::add);
        OrganisationId self = Acting.current().organisation();
        return held.stream()
                .filter(file -> file.isOpen() && file.isHeldBy(self))
                .toList();
    }

    /// Makes all the offers, or none.
    ///
    /// @throws NotHere when the acting organisation does not hold one of the cases
    /// @throws NotCovered when a consent is missing for somebody
    /// @throws AlreadyOffered when something waits for somebody's answer already
    public List<OfferId> offer(List<CaseId> chosen, Wanted wanted) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        List<CaseFile> files = chosen.stream().distinct().map(cases::get).toList();
        requireConsent(files, wanted);
        List<NewOffer> offers = files.stream()
                .map(file -> new NewOffer(what(file, wanted), wanted.to(), wanted.why(), wanted.rule(), wanted.along()))
                .toList();
        return offering.offerAll(offers);
    }

    private void requireConsent(List<CaseFile> files, Wanted wanted) {
        Along along = wanted.along();
        if (along == null || !(along.basis() instanceof Basis.OwnConsent)) {
            return;
        }
        List<CaseId> missing = files.stream()
                .filter(file -> !gate.isCovered(new ShareRequest(
                        file.person(),
                        wanted.to(),
                        along.purpose(),
                        gathering.of(Optional.of(file), along.groups()),
                        along.basis())))
                .map(CaseFile::id)
                .toList();
        if (!missing.isEmpty()) {
            throw new NotCovered(missing);
        }
    }

    private Offered what(CaseFile file, Wanted wanted) {
        if (wanted.needType() == null) {
            return new Offered.WholeCase(file.id());
        }
        OrganisationId self = Acting.current().organisation();
        Optional<NeedId> known = needs.listOf(file.id()).stream()
                .filter(need -> need.isOpen()
                        && need.child() == null
                        && need.owedBy().equals(self)
                        && need.type().equals(wanted.needType()))
                .map(Need::id)
                .findFirst();
        return new Offered.OneNeed(known.orElseGet(() -> needs.add(file.id(), need(wanted))));
    }

    private NewNeed need(Wanted wanted) {
        String type = java.util.Objects.requireNonNull(wanted.needType());
        return new NewNeed(type, null, LocalDate.now(clock), "regional_coordinator", wanted.acute(), null);
    }
}
