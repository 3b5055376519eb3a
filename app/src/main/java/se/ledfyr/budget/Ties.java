package se.ledfyr.budget;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;

/// For whose grant an expense is: what can be chosen, and what was. Only whoever keeps the account sees any of it,
/// and nothing of somebody sealed.
@Service
@Transactional
public class Ties {

    private final TieRows rows;
    private final Agreements agreements;

    Ties(TieRows rows, Agreements agreements) {
        this.rows = rows;
        this.agreements = agreements;
    }

    /// What an expense is for.
    ///
    /// @param id of the grant of support, or of the return
    public record Tie(UUID id, LocalDate grantedOn) {}

    /// An expense that is for somebody's grant.
    ///
    /// @param left what was paid, less what was taken back since
    public record Booked(AgreementId agreement, LocalDate on, String kind, Money left) {}

    /// An account that takes expenses.
    public record Open(AgreementId agreement, int year) {}

    /// What an expense of an account can be for, by the id of the grant or the return.
    ///
    /// @throws NotHere when the acting member does not keep the account, or it is not there for them
    public Tie get(AgreementId account, UUID which) {
        return rows.find(agreements.kept(account).programme(), which).orElseThrow(NotHere::new);
    }

    /// The same; nothing when it is not there.
    public Optional<Tie> find(AgreementId account, UUID which) {
        return rows.find(agreements.kept(account).programme(), which);
    }

    /// What these expenses of an account are for, where they are for somebody's grant.
    public Map<ExpenseId, Tie> of(Agreement account, List<Expense> expenses) {
        return agreements.keeps(account)
                ? rows.list(
                        account.programme(), expenses.stream().map(Expense::id).toList())
                : Map.of();
    }

    /// What has been booked for a grant or a return, the newest first; nothing for whoever keeps no account.
    public List<Booked> bookedFor(Programme programme, UUID which) {
        return Acting.current().may(Right.KEEP_ACCOUNTS) ? rows.bookedFor(programme, which) : List.of();
    }

    /// The accounts that an expense for a grant or a return can be booked in, the newest first; none when it can be
    /// for no expense of the acting member.
    public List<Open> openFor(Programme programme, UUID which) {
        return Acting.current().may(Right.KEEP_ACCOUNTS)
                        && rows.find(programme, which).isPresent()
                ? rows.open(programme)
                : List.of();
    }
}
