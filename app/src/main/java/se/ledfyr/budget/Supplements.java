package se.ledfyr.budget;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;

/// Requests for more money: the keeper asks, with the forecast as its figures, and the funder decides
/// once.
@Service
@Transactional
public class Supplements {

    private static final int LONGEST_TEXT = 4_000;

    private final SupplementRows rows;
    private final Agreements agreements;
    private final Accounts accounts;
    private final AuditLog audit;
    private final Clock clock;

    Supplements(SupplementRows rows, Agreements agreements, Accounts accounts, AuditLog audit, Clock clock) {
        this.rows = rows;
        this.agreements = agreements;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /// A request as it is sent.
    ///
    /// @param amount above nothing
    /// @param ground why
    public record Asked(Money amount, String ground, Outlook outlook) {

        public Asked {
            ground = ground.strip();
            if (!amount.isPositive() || ground.isEmpty() || ground.length() > LONGEST_TEXT) {
                throw new IllegalArgumentException("more money is asked for with a reason");
            }
        }
    }

    /// @throws NotNow when the account is closed, or the agreement has not been taken on
    public SupplementId ask(AgreementId id, Asked asked) {
        Agreement agreement = agreements.kept(id);
        if (!agreement.isAccepted()) {
            throw new NotNow("budget.error.not-taken-on");
        }
        if (accounts.closing(id).isPresent()) {
            throw new NotNow("budget.error.closed");
        }
        SupplementId supplement = SupplementId.random();
        rows.insert(supplement, id, asked, agreements.today(), clock.instant());
        audit.note(Action.SUPPLEMENT_ASKED, Subject.ACCOUNT, List.of(id.value(), supplement.value()), null, null);
        return supplement;
    }

    /// The first asked first.
    public List<Supplement> list(AgreementId id) {
        agreements.get(id);
        return rows.list(id);
    }

    /// @throws NotHere when it is not there for the acting organisation
    public Supplement get(SupplementId id) {
        Acting.require(Right.READ_ACCOUNTS);
        return rows.find(id).orElseThrow(NotHere::new);
    }

    /// Grants an amount, which may be another than was asked for, or nothing.
    ///
    /// @param granted above nothing, or null to refuse
    /// @throws NotNow when it has been decided, or the account is closed
    public void decide(SupplementId id, @Nullable Money granted, String decision) {
        Supplement supplement = get(id);
        agreements.funded(supplement.agreement());
        if (accounts.closing(supplement.agreement()).isPresent()) {
            throw new NotNow("budget.error.closed");
        }
        if (decision.isBlank() || decision.length() > LONGEST_TEXT || (granted != null && !granted.isPositive())) {
            throw new IllegalArgumentException("a decision has its reason");
        }
        if (!rows.decide(id, granted, decision.strip(), agreements.today())) {
            throw new NotNow("budget.error.decided");
        }
        audit.note(
                Action.SUPPLEMENT_DECIDED,
                Subject.ACCOUNT,
                List.of(supplement.agreement().value(), id.value()),
                null,
                granted == null ? "refused" : "granted");
    }

    /// How many requests wait for a decision of the acting organisation.
    public int countWaiting() {
        Acting.require(Right.FUND_PROGRAMMES);
        return rows.countWaitingFor(Acting.current().organisation().value());
    }
}
