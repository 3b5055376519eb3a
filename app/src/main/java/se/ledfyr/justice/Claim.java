package se.ledfyr.justice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.EventId;
import se.ledfyr.methods.wages.Account;
import se.ledfyr.methods.wages.Rate;
import se.ledfyr.methods.wages.Settled;
import se.ledfyr.methods.wages.WageClaim;
import se.ledfyr.methods.wages.Work;

/// A claim for wages that were not paid, with its lines.
///
/// @param number counts the case's claims, from 1
/// @param event the event it was made for together with others'; null for one made alone
/// @param employer null when not known, or when the person's key is gone
/// @param holidayPay hundredths of a percent
public record Claim(
        ClaimId id,
        CaseId caseId,
        int number,
        @Nullable EventId event,
        @Nullable String employer,
        int holidayPay,
        String holidaySource,
        ClaimState state,
        Instant begunAt,
        Instant changedAt,
        List<RateLine> rates,
        List<WorkLine> work,
        List<MoneyLine> money,
        List<EvidenceLine> evidence) {

    /// What hours are paid with.
    public record RateLine(UUID id, Rate rate) {}

    /// Hours that were worked.
    public record WorkLine(UUID id, Work work) {}

    /// Money that was paid or held back.
    ///
    /// @param what code of list `wage_money`
    public record MoneyLine(
            UUID id, Settled settled, String what, @Nullable LocalDate day) {}

    /// Something that proves it.
    public record EvidenceLine(UUID id, Evidence evidence) {}

    public Claim {
        rates = List.copyOf(rates);
        work = List.copyOf(work);
        money = List.copyOf(money);
        evidence = List.copyOf(evidence);
    }

    /// The claim as it is computed.
    public WageClaim wages() {
        return new WageClaim(
                rates.stream().map(RateLine::rate).toList(),
                work.stream().map(WorkLine::work).toList(),
                holidayPay,
                money.stream().map(MoneyLine::settled).toList());
    }

    /// What it adds up to; empty while some work has no rate, or more than one.
    public Optional<Account> account() {
        WageClaim wages = wages();
        return wages.gaps().isEmpty() ? Optional.of(wages.compute()) : Optional.empty();
    }

    /// Says which claim by id only.
    @Override
    public String toString() {
        return "Claim[" + id.value() + "]";
    }
}
