package se.ledfyr.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.ledfyr.personas.Personas.NATIONAL_AUDITOR;
import static se.ledfyr.personas.Personas.NATIONAL_STATISTICIAN;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.NORD_STATISTICIAN;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.HouseTest;
import se.ledfyr.access.NotHere;
import se.ledfyr.casework.Facts;
import se.ledfyr.casework.Registration;
import se.ledfyr.casework.RegistrationId;
import se.ledfyr.casework.Registrations;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.personas.Personas;
import se.ledfyr.personas.Personas.Place;

/// Every test has years of its own, long past, because a year can be closed only once.
@HouseTest
class YearsTests {

    @Autowired
    Years years;

    @Autowired
    PublishedTables tables;

    @Autowired
    Registrations registrations;

    @Test
    void aYearIsPreliminaryUntilItIsClosedAndTheClosingIsOnRecord() throws Exception {
        Counted.person(Place.OFFICE_NORD, "1951-05-01", "labour");
        assertThat(asStatistician(() -> years.get(1951)))
                .returns(true, Years.Year::canBeClosed)
                .matches(year -> year.closedAt().isEmpty());

        close(1951);

        assertThat(asStatistician(() -> years.get(1951)))
                .returns(false, Years.Year::canBeClosed)
                .matches(year -> year.closedAt().isPresent());
        assertThat(asStatistician(() -> tables.get("rk_form", Selection.ALL)).finalYears())
                .contains(1951);
        assertThat(entries("1951")).isEqualTo(1);
        assertThatThrownBy(() -> close(1951)).isInstanceOf(YearNotOpen.class);
        assertThat(entries("1951")).isEqualTo(1);
    }

    @Test
    void oneOfTwoWhoCloseAtTheSameTimeIsTold() throws Exception {
        Counted.person(Place.OFFICE_NORD, "1953-05-01", "labour");
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Future<Boolean>> answers = both.invokeAll(List.of(this::closed1953, this::closed1953));

            assertThat(List.of(answers.getFirst().get(), answers.getLast().get()))
                    .containsExactlyInAnyOrder(true, false);
        }
        assertThat(entries("1953")).isEqualTo(1);
    }

    private boolean closed1953() throws Exception {
        try {
            close(1953);
            return true;
        } catch (YearNotOpen tooLate) {
            return false;
        }
    }

    @Test
    void laterChangesAreListedByCellAndByRecord() throws Exception {
        UUID corrected = Counted.person(Place.OFFICE_NORD, "1955-05-01", "labour");
        UUID removed = Counted.person(Place.OFFICE_NORD, "1955-06-01", "begging");
        change(corrected, "1955-05-02", "criminal");
        close(1955);
        assertThat(asStatistician(() -> years.revisedTables(1955))).isEmpty();
        assertThat(asStatistician(() -> years.revisions(1955)).lines()).isEmpty();

        change(corrected, "1955-05-02", "sexual");
        as(NORD_COORDINATOR, () -> {
            registrations.remove(new RegistrationId(removed), get(removed).version(), "dubblett");
            return removed;
        });
        Counted.person(Place.OFFICE_NORD, "1955-07-01", "organ");
        Counted.person(Place.NGO, "1955-07-01", "organ");

        assertThat(changesOf("rk_form"))
                .containsExactlyInAnyOrder(
                        change("criminal", 1, 0),
                        change("sexual", 0, 1),
                        change("begging", 1, 0),
                        change("organ", 0, 1));
        assertThat(changesOf("rk_totals")).as("one left, one came").isNull();
        assertThat(asStatistician(() -> years.revisions(1955)).lines())
                .extracting(
                        Revisions.Line::kind, Revisions.Line::field, Revisions.Line::oldValue, Revisions.Line::newValue)
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple("CORRECTED", "forms", "criminal", "sexual"),
                        org.assertj.core.api.Assertions.tuple("REMOVED", "registration", null, null),
                        org.assertj.core.api.Assertions.tuple("ADDED", "registration", null, null));
    }

    /// Nobody else has grants in 1945. What was decided before it was closed is not listed, nor what moves no figure.
    @Test
    void laterChangesOfGrantsAndReflectionPeriodsAreListedToo() throws Exception {
        UUID period = period("1945-02-01");
        UUID grant = grant("1945-03-01");
        close(1945);
        assertThat(asStatistician(() -> years.revisions(1945)).lines()).isEmpty();

        period("1945-05-01");
        history("permits.change (organisation, period_id", period, "decision", "granted", "refused");
        history("permits.change (organisation, period_id", period, "start_on", "1945-02-01", "1945-02-02");
        history("programmes.amp_change (organisation, grant_id", grant, "granted_on", "1945-03-01", "1946-03-01");

        assertThat(asStatistician(() -> years.revisions(1945)).lines())
                .extracting(
                        Revisions.Line::record, Revisions.Line::kind, Revisions.Line::field, Revisions.Line::newValue)
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple(
                                "reflection_period", "ADDED", "reflection_period", "granted"),
                        org.assertj.core.api.Assertions.tuple("reflection_period", "CORRECTED", "decision", "refused"),
                        org.assertj.core.api.Assertions.tuple("amp_grant", "CORRECTED", "granted_on", "1946-03-01"));
        assertThatThrownBy(() -> as(NORD_STATISTICIAN, () -> years.revisions(1945)))
                .as("one office's statistician")
                .isInstanceOf(NotHere.class);
    }

    private static UUID period(String day) {
        UUID id = UUID.randomUUID();
        insert("""
                insert into permits.reflection_period (id, organisation, person_id, applicant, region, sex, applied_on, decided_on,
                    decision, start_on, end_on, created_at, changed_at)
                values (?, ?, ?, 'lead_investigator', 'nord', 'male', ?::date, ?::date, 'granted', ?::date, ?::date + 30, now(), now())
                """, id, office(), person(), day, day, day, day);
        return id;
    }

    private static UUID grant(String day) {
        UUID id = UUID.randomUUID();
        insert("""
                insert into programmes.amp_grant (id, organisation, person_id, granted_on, sex, age_group, role, coordinator_region,
                    created_at, changed_at)
                values (?, ?, ?, ?::date, 'male', 'adult', 'exploited', 'nord', now(), now())
                """, id, office(), person(), day);
        return id;
    }

    private static void history(String into, UUID id, String field, String before, String after) {
        insert(
                "insert into " + into + ", version, kind, field, old_value, new_value, reason, changed_at)"
                        + " values (?, ?, 2, 'CORRECTED', ?, ?, ?, 'prov', now())",
                office(),
                id,
                field,
                before,
                after);
    }

    private static UUID person() {
        UUID id = UUID.randomUUID();
        insert("insert into people.person (id, organisation, created_at) values (?, ?, now())", id, office());
        return id;
    }

    private static UUID office() {
        return Place.OFFICE_NORD.id().value();
    }

    private static void insert(String sql, Object... values) {
        TestInstallation.owner().sql(sql).params(values).update();
    }

    @Test
    void aRegistrationMovedToAnotherYearIsARevisionOfBoth() throws Exception {
        UUID moved = Counted.person(Place.OFFICE_NORD, "1957-05-01", "labour");
        Counted.person(Place.OFFICE_NORD, "1957-05-01", "labour");
        Counted.person(Place.OFFICE_NORD, "1958-05-01", "labour");
        close(1957);
        close(1958);

        change(moved, "1958-05-01", "labour");

        for (int year : List.of(1957, 1958)) {
            assertThat(asStatistician(() -> years.revisions(year)).lines())
                    .extracting(Revisions.Line::field, Revisions.Line::oldValue, Revisions.Line::newValue)
                    .containsExactly(
                            org.assertj.core.api.Assertions.tuple("registered_on", "1957-05-01", "1958-05-01"));
        }
    }

    @Test
    void cellsComeTheSameWayAltogetherAndOneByOne() throws Exception {
        Counted.person(Place.OFFICE_NORD, "1949-05-01", "labour");
        List<Cell> oneByOne = new java.util.ArrayList<>();

        List<Cell> cells = asStatistician(() -> tables.cells("rk_form", Selection.ofYear(1949)));
        asStatistician(() -> {
            tables.each("rk_form", Selection.ofYear(1949), oneByOne::add);
            return oneByOne;
        });

        assertThat(cells).hasSize(11).isEqualTo(oneByOne);
    }

    @Test
    void aYearThatIsNotOverCannotBeClosed() throws Exception {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Stockholm"));
        Counted.person(Place.OFFICE_NORD, today.getYear() + "-01-01", "labour");

        assertThatThrownBy(() -> close(today.getYear())).isInstanceOf(YearNotOpen.class);
        assertThatThrownBy(() -> close(1950)).as("no such year").isInstanceOf(NotHere.class);
    }

    @Test
    void forEverybodyElseThereAreNoYears() {
        for (Personas somebody : List.of(NORD_COORDINATOR, NORD_STATISTICIAN, NATIONAL_AUDITOR)) {
            assertThatThrownBy(() -> as(somebody, years::list)).isInstanceOf(NotHere.class);
            assertThatThrownBy(() -> as(somebody, () -> years.revisions(1951))).isInstanceOf(NotHere.class);
            assertThatThrownBy(() -> as(somebody, () -> {
                        years.close(1959);
                        return true;
                    }))
                    .isInstanceOf(NotHere.class);
        }
        assertThatThrownBy(years::list).as("nobody").isInstanceOf(NotHere.class);
    }

    private static RevisedTable.Change change(String code, int then, int now) {
        return new RevisedTable.Change(List.of(code), Unit.PERSONS, BigDecimal.valueOf(then), BigDecimal.valueOf(now));
    }

    private @org.jspecify.annotations.Nullable List<RevisedTable.Change> changesOf(String id) throws Exception {
        return asStatistician(() -> years.revisedTables(1955)).stream()
                .filter(revised -> revised.table().id().equals(id))
                .map(RevisedTable::changes)
                .findFirst()
                .orElse(null);
    }

    private void change(UUID id, String day, String form) throws Exception {
        Registration known = as(NORD_COORDINATOR, () -> get(id));
        Facts old = known.facts();
        Facts facts = new Facts(
                LocalDate.parse(day),
                old.region(),
                old.municipality(),
                old.sex(),
                old.ageGroup(),
                old.birthYear(),
                old.citizenship(),
                new TreeSet<>(List.of(form)),
                old.sector(),
                old.referredBy(),
                old.event(),
                old.began(),
                old.setting(),
                old.childrenAccompanying(),
                old.ampRequested(),
                old.reflectionRequested());
        as(
                NORD_COORDINATOR,
                () -> registrations.correct(
                        new RegistrationId(id), known.version(), facts, known.circumstances(), "rättad i prov"));
    }

    private Registration get(UUID id) {
        return registrations.get(new RegistrationId(id));
    }

    private void close(int year) throws Exception {
        asStatistician(() -> {
            years.close(year);
            return year;
        });
    }

    private static <T> T asStatistician(Callable<T> work) throws Exception {
        return as(NATIONAL_STATISTICIAN, work);
    }

    private static <T> T as(Personas persona, Callable<T> work) throws Exception {
        return persona.acting().call(work);
    }

    private static long entries(String year) {
        return TestInstallation.owner()
                .sql("select count(*) from audit.entry where action = 'YEAR_CLOSED' and detail = ?")
                .param(year)
                .query(Long.class)
                .single();
    }
}
