package se.ledfyr.budget;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;

/// What the days of one grant of the support programme are worth at its prices, by who pays them. Days
/// that somebody else pays are worth the same; that is what others do for the programme.
@Service
@Transactional
public class GrantCosts {

    private static final String DAYS = """
            select payer, home_id is not null as housed, count(*)::int as days
            from support_api.programme_day
            where grant_id = ? and organisation = ?
            group by 1, 2
            order by 1, 2
            """;

    private final DSLContext sql;
    private final PriceRows prices;

    GrantCosts(DSLContext sql, PriceRows prices) {
        this.sql = sql;
        this.prices = prices;
    }

    /// @param payer code of list `day_payer`
    public record PaidDays(String payer, int days, Money worth) {}

    /// Nothing for whoever keeps no account, or while the price of the day is not known.
    public List<PaidDays> of(UUID grant, LocalDate grantedOn) {
        if (!Acting.current().may(Right.KEEP_ACCOUNTS)) {
            return List.of();
        }
        List<Price> list = prices.list(Acting.current().organisation(), Programme.NSP).stream()
                .filter(price -> price.isValidOn(grantedOn))
                .toList();
        if (list.isEmpty()) {
            return List.of();
        }
        Map<String, PaidDays> byPayer = new LinkedHashMap<>();
        sql.fetch(DAYS, grant, Acting.current().organisation().value()).forEach(row -> {
            PriceKind kind = row.get("housed", Boolean.class) ? PriceKind.BED_DAY : PriceKind.SUPPORT_DAY;
            int days = row.get("days", Integer.class);
            long unit = list.stream()
                    .filter(price -> price.kind() == kind)
                    .mapToLong(price -> price.unit().ore())
                    .findFirst()
                    .orElse(0);
            byPayer.merge(
                    row.get("payer", String.class),
                    new PaidDays(
                            row.get("payer", String.class), days, new Money(Math.multiplyExact(unit, (long) days))),
                    (one, other) -> new PaidDays(
                            one.payer(), one.days() + other.days(), one.worth().plus(other.worth())));
        });
        return new ArrayList<>(byPayer.values());
    }
}
