package se.ledfyr.justice;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.NotHere;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.EventId;
import se.ledfyr.casework.Events;
import se.ledfyr.casework.HeldCase;
import se.ledfyr.casework.HeldCases;
import se.ledfyr.methods.wages.Rate;
import se.ledfyr.methods.wages.Settled;
import se.ledfyr.methods.wages.Work;

/// One claim for each of many who worked for the same employer: what they share is written once, the
/// hours and what was paid for each. The claims are then like any other and go their own ways.
@Service
@Transactional
public class GroupClaims {

    private final WageClaims claims;
    private final HeldCases cases;
    private final Events events;

    GroupClaims(WageClaims claims, HeldCases cases, Events events) {
        this.claims = claims;
        this.cases = cases;
        this.events = events;
    }

    /// What everybody's claim has in common.
    public record Shared(NewClaim claim, List<Rate> rates) {

        public Shared {
            rates = List.copyOf(rates);
        }
    }

    /// What one person worked, and what was paid or held back.
    ///
    /// @param paid each with a code of list `wage_money`
    public record Share(CaseId caseId, Work work, List<Paid> paid) {

        public Share {
            paid = List.copyOf(paid);
        }

        /// @param what code of list `wage_money`
        public record Paid(Settled settled, String what) {}
    }

    /// The open cases of an event that the acting organisation holds, with names; and whose claim for
    /// it exists already.
    public record Group(List<HeldCase> cases, List<Claim> claims) {

        public Group {
            cases = List.copyOf(cases);
            claims = List.copyOf(claims);
        }

        /// Those without a claim made for this event.
        public List<HeldCase> without() {
            Set<CaseId> have = claims.stream().map(Claim::caseId).collect(Collectors.toSet());
            return cases.stream().filter(one -> !have.contains(one.id())).toList();
        }
    }

    /// @throws NotHere when the acting organisation has no such event
    public Group of(EventId event) {
        events.get(event);
        return new Group(cases.listFoundAt(event), claims.listOf(event));
    }

    /// Begins a claim for each of `shares`, all or none.
    ///
    /// @return the claims, in the order of `shares`
    /// @throws NotHere when the acting organisation has no such event, or one of the cases is not among
    ///     those of the event without a claim
    public List<ClaimId> begin(EventId event, Shared shared, List<Share> shares) {
        Set<CaseId> free =
                new HashSet<>(of(event).without().stream().map(HeldCase::id).toList());
        List<ClaimId> begun = new ArrayList<>(shares.size());
        for (Share share : shares) {
            if (!free.remove(share.caseId())) {
                throw new NotHere();
            }
            ClaimId id = claims.begin(share.caseId(), shared.claim(), event);
            shared.rates().forEach(rate -> claims.add(share.caseId(), id, rate));
            claims.add(share.caseId(), id, share.work());
            share.paid().forEach(paid -> claims.add(share.caseId(), id, paid.settled(), paid.what(), null));
            begun.add(id);
        }
        return begun;
    }
}
