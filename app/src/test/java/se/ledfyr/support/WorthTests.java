package se.ledfyr.support;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ledfyr.personas.Personas.PROGRAMME_CASEWORKER;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.HouseTest;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.programmes.GrantId;

/// What a grant comes to is kept while days and measures are written, and is what adding them up anew gives.
@HouseTest
class WorthTests {

    private static final String ANEW = """
            select (select count(*) from support.period p where p.grant_id = g.id and p.struck_at is null) || ' '
                   || (select coalesce(sum(p.last_day - p.first_day + 1), 0) from support.period p
                       where p.grant_id = g.id and p.struck_at is null and p.payer = 'PROGRAMME') || ' '
                   || (select coalesce(sum(m.cost_ore), 0) from support.measure m where m.grant_id = g.id and m.struck_at is null)
            from programmes.nsp_grant g where g.id = ?
            """;

    private static final String KEPT =
            "select periods || ' ' || programme_days || ' ' || measure_ore from support.worth where grant_id = ?";

    @Autowired
    TestSupport test;

    @Autowired
    DayLedger days;

    @Autowired
    SingleMeasures measures;

    @Test
    void whateverIsWrittenMovedOrStruckTheSumsAreThose() {
        LocalDate day = test.today().minusDays(100);
        GrantId grant = test.granted("Ana Summa", day);
        test.write(grant, Phase.REST, day, 30, null);
        Random random = new Random(7);
        for (int i = 0; i < 25; i++) {
            LocalDate first = day.plusDays(40 + 3L * i);
            test.write(
                    grant, Phase.INTEGRATION, first, 2, i % 3 == 0 ? Payer.HOME : i % 3 == 1 ? Payer.PROGRAMME : null);
            PROGRAMME_CASEWORKER
                    .acting()
                    .run(() -> measures.add(
                            grant,
                            new SingleMeasure(
                                    UUID.randomUUID(), "travel", day.plusDays(5), 100L + random.nextInt(900))));
            change(grant, random);
            assertThat(one(KEPT, grant)).isEqualTo(one(ANEW, grant));
        }
    }

    /// Moves, strikes, or leaves as it is.
    private void change(GrantId grant, Random random) {
        PROGRAMME_CASEWORKER.acting().run(() -> {
            List<Period> written = days.listOf(grant);
            Period some = written.get(random.nextInt(written.size()));
            List<SingleMeasure> given = measures.listOf(grant);
            switch (random.nextInt(4)) {
                case 0 -> days.move(grant, some.id(), some.first());
                case 1 -> days.strike(grant, some.id());
                case 2 ->
                    measures.strike(
                            grant, given.get(random.nextInt(given.size())).id());
                default -> {}
            }
        });
    }

    private static String one(String query, GrantId grant) {
        return TestInstallation.owner()
                .sql(query)
                .param(grant.value())
                .query(String.class)
                .single();
    }
}
