package se.ledfyr.installation;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// Five needs for each open case, with measures, so that tables of needs have something to count.
public final class LedgerForRace {

    private static final String HAS_NEEDS = "select exists (select from needs.need)";

    /// Whole rows that keep every rule; the triggers that would look at each of them are left out.
    private static final String FILL = """
            set session_replication_role = replica;
            create temporary table found as
            select c.id, h.organisation, c.route, c.identified_on as day, row_number() over (order by c.id) as n
            from casework.case_file c join casework.holding h on h.case_id = c.id and h.ended is null;
            create temporary table needed as
            select gen_random_uuid() as id, f.id as case_id, f.organisation, f.route, f.day, c.code as type, (f.n * 7 + k * 3) % 11 as luck
            from found f
                     cross join generate_series(1, 5) as k
                     join (select code, row_number() over (order by sort) - 1 as place from codes.code
                           where list = 'need_support' and code <> 'all_of_above') c on c.place = (f.n + k * 3) % 14;
            insert into needs.need (id, case_id, holder, owed_by, type, route, seen_on, seen_by, due_on, state, unmet_reason, opened_at,
                                    settled_at, met_by_authority, met_by_civil_society, first_help_on)
            select id, case_id, organisation, organisation, type, route, day, 'police', day + 14,
                   case when luck < 5 then 'OPEN' when luck < 9 then 'MET' else 'UNMET' end, case when luck > 8 then 'no_place' end, day,
                   case when luck > 4 then day + 20 end, luck in (2, 5, 6), luck in (3, 6, 7, 8),
                   case when luck in (2, 3, 5, 6, 7, 8) then day + (luck * luck)::int end
            from needed;
            insert into needs.open_spell (need_id, during)
            select id, tstzrange(day, case when luck > 4 then day + 20 end) from needed;
            insert into needs.duty (need_id, during, organisation)
            select id, tstzrange(day, case when luck > 4 then day + 20 end), organisation from needed;
            insert into needs.measure (id, need_id, sector, began_on, result, noted_at, noted_organisation)
            select gen_random_uuid(), id, s, day + (luck * luck)::int, 'helped', day, organisation
            from needed
                     cross join lateral (select 'MUNICIPALITY' where luck in (2, 5, 6) union all
                                         select 'CIVIL_SOCIETY' where luck in (3, 6, 7, 8)) as given (s);
            set session_replication_role = origin;
            analyze needs.need, needs.measure;
            """;

    private LedgerForRace() {}

    /// Fills in what is missing; done before, it does nothing.
    ///
    /// @throws SQLException when the database cannot be reached or refuses
    public static void fill(Installation installation) throws SQLException {
        Login owner = installation.logins().administrator();
        try (Connection connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password());
                Statement sql = connection.createStatement()) {
            try (var known = sql.executeQuery(HAS_NEEDS)) {
                if (known.next() && known.getBoolean(1)) {
                    return;
                }
            }
            sql.execute(FILL);
        }
    }
}
