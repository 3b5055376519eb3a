package se.ledfyr.budget;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import se.ledfyr.organisations.OrganisationId;

/// The statements about prices.
@Repository
class PriceRows {

    private static final String LIST = """
            select kind, unit_ore, lower(valid) as valid_from, upper(valid) as valid_until
            from budget.price
            where organisation = ? and programme = ?
            order by kind, valid
            """;

    /// The price of the day ends the day before the new one begins.
    private static final String END = """
            update budget.price set valid = daterange(lower(valid), ?::date)
            where organisation = ? and programme = ? and kind = ? and upper_inf(valid) and lower(valid) < ?::date
            """;

    private static final String ADD = """
            insert into budget.price (id, organisation, programme, kind, unit_ore, valid, created_at, created_by)
            select ?, ?, ?, ?, ?, daterange(?::date, null), ?::timestamptz, ?
            where not exists (select from budget.price p where p.organisation = ? and p.programme = ? and p.kind = ?
                                and (upper_inf(p.valid) or upper(p.valid) > ?::date))
            """;

    private final DSLContext sql;

    PriceRows(DSLContext sql) {
        this.sql = sql;
    }

    List<Price> list(OrganisationId keeper, Programme programme) {
        return sql.fetch(LIST, keeper.value(), programme.name())
                .map(row -> new Price(
                        PriceKind.valueOf(row.get("kind", String.class)),
                        new Money(row.get("unit_ore", Long.class)),
                        row.get("valid_from", LocalDate.class),
                        row.get("valid_until", LocalDate.class)));
    }

    /// @return false when a price from that day or later is there already
    boolean set(OrganisationId keeper, Programme programme, Price price, Instant at) {
        UUID own = keeper.value();
        String kind = price.kind().name();
        sql.execute(END, price.from(), own, programme.name(), kind, price.from());
        return sql.execute(
                        ADD,
                        UUID.randomUUID(),
                        own,
                        programme.name(),
                        kind,
                        price.unit().ore(),
                        price.from(),
                        AgreementRows.utc(at),
                        AgreementRows.member(),
                        own,
                        programme.name(),
                        kind,
                        price.from())
                == 1;
    }
}
