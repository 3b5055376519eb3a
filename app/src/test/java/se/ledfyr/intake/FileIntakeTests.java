package se.ledfyr.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static se.ledfyr.intake.SampleFiles.csv;
import static se.ledfyr.intake.SampleFiles.file;
import static se.ledfyr.intake.SampleFiles.row;
import static se.ledfyr.personas.Personas.NGO_CASEWORKER;
import static se.ledfyr.personas.Personas.NORD_AUDITOR;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.SYD_COORDINATOR;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.HouseTest;
import se.ledfyr.access.NotHere;
import se.ledfyr.filing.FilingOutcome;
import se.ledfyr.filing.FilingOutcome.InConflict;
import se.ledfyr.filing.FilingOutcome.NeedsYes;
import se.ledfyr.filing.FilingOutcome.Taken;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.personas.Personas;

@HouseTest
class FileIntakeTests {

    @Autowired
    private FileIntake intake;

    @Test
    void sameFileTwiceChangesNothing() throws Exception {
        Path file = file(csv(row("event_id", "TVÅ-" + unique()), row()));

        assertThat(counts(take(NORD_COORDINATOR, file, false))).isEqualTo("2 0 0");
        assertThat(counts(take(NORD_COORDINATOR, file, false))).isEqualTo("0 0 2");
    }

    @Test
    void everyNewRowIsAPersonOfItsOwnWithoutIdentity() throws Exception {
        Map<String, String> row = row();
        take(NORD_COORDINATOR, file(csv(row)), false);

        assertThat(one("""
                        select r.year || ' ' || r.region || ' ' || r.forms[1] || ' ' || (p.data_key is null) || ' ' || r.version
                        from casework.registration r join people.person p on p.id = r.person_id
                        where r.id = ?
                        """, id(row))).isEqualTo("2023 nord labour true 1");
    }

    @Test
    void faultAnywhereLeavesNothingOfTheFile() throws Exception {
        Map<String, String> right = row();
        IntakeAnswer answer =
                NORD_COORDINATOR.acting().call(() -> intake.take(file(csv(right, row("sex", "x"))), true));

        assertThat(answer.filing()).isNull();
        assertThat(answer.verdict().faultCount()).isEqualTo(1);
        assertThat(one("select count(*) from casework.registration where id = ?", id(right)))
                .isEqualTo("0");
    }

    @Test
    void correctionsNeedAYesAndKeepTheOldValue() throws Exception {
        Map<String, String> row = row();
        Map<String, String> other = row();
        take(NORD_COORDINATOR, file(csv(row)), false);
        row.put("forms", "labour;criminal");
        row.put("birth_year", "");
        Path changed = file(csv(row, other));

        FilingOutcome asked = take(NORD_COORDINATOR, changed, false);

        assertThat(((NeedsYes) asked).corrections())
                .extracting(each -> each.line() + " " + each.field() + " " + each.before() + " " + each.after())
                .containsExactlyInAnyOrder("2 forms labour criminal;labour", "2 birth_year 1990 null");
        assertThat(one("select count(*) from casework.registration where id = ?", id(other)))
                .isEqualTo("0");

        assertThat(counts(take(NORD_COORDINATOR, changed, true))).isEqualTo("1 1 0");
        assertThat(one("""
                        select string_agg(field || ' ' || old_value || ' ' || coalesce(new_value, '-') || ' ' || version, ', ' order by field)
                        from casework.change where registration_id = ? and reason like 'file %'
                        """, id(row))).isEqualTo("birth_year 1990 - 2, forms labour criminal;labour 2");
        assertThat(counts(take(NORD_COORDINATOR, changed, false))).isEqualTo("0 0 2");
    }

    /// The other region's own office may have registered the same people: the country would count them twice.
    @Test
    void newRowsOfOtherRegionsNeedAYes() throws Exception {
        Map<String, String> own = row();
        Map<String, String> malmo = row("municipality_code", "1280");
        malmo.put("region", "syd");
        Path file = file(csv(own, malmo));

        FilingOutcome asked = take(NORD_COORDINATOR, file, false);

        assertThat(((NeedsYes) asked).elsewhere()).containsExactly(new FilingOutcome.Elsewhere("syd", 1));
        assertThat(one("select count(*) from casework.registration where id = ?", id(own)))
                .isEqualTo("0");
        assertThat(counts(take(NORD_COORDINATOR, file, true))).isEqualTo("2 0 0");
        assertThat(counts(take(NORD_COORDINATOR, file, false)))
                .as("known rows are nobody else's any more")
                .isEqualTo("0 0 2");
    }

    /// An organisation without a region meets people everywhere.
    @Test
    void rowsOfAnyRegionAreAnNgosOwn() throws Exception {
        assertThat(counts(take(NGO_CASEWORKER, file(csv(row())), false))).isEqualTo("1 0 0");
    }

    /// The bystander's file uses the ids of another organisation. It must be taken as if nobody had them.
    @Test
    void idOfAnotherOrganisationIsNoDifferentFromANewOne() throws Exception {
        Map<String, String> row = row();
        take(NORD_COORDINATOR, file(csv(row)), false);
        row.put("sex", "male");
        row.putAll(Map.of("region", "syd", "municipality_code", "1280"));

        FilingOutcome bystander = take(SYD_COORDINATOR, file(csv(row)), false);

        assertThat(counts(bystander)).isEqualTo("1 0 0");
        assertThat(((Taken) bystander).alike()).isEmpty();
        assertThat(one(
                        "select string_agg(sex, ' ' order by organisation) from casework.registration where id = ?",
                        id(row)))
                .isEqualTo("female male");
    }

    @Test
    void nobodyAndThoseWithoutTheRightTakeNothing() {
        Path file = file(csv(row()));
        assertThatExceptionOfType(NotHere.class).isThrownBy(() -> intake.take(file, false));
        assertThatExceptionOfType(NotHere.class)
                .isThrownBy(() -> NORD_AUDITOR.acting().call(() -> intake.take(file, false)));
        assertThatExceptionOfType(NotHere.class).isThrownBy(() -> intake.listTaken(1));
    }

    @Test
    void newRowThatLooksLikeAKnownOneIsMentioned() throws Exception {
        Map<String, String> row = row("citizenship", "KH");
        row.put("registered_on", "2022-02-02");
        take(NGO_CASEWORKER, file(csv(row)), false);
        String first = row.get("registration_id");
        row.put("registration_id", UUID.randomUUID().toString());

        Taken taken = (Taken) take(NGO_CASEWORKER, file(csv(row("citizenship", "KI"), row)), false);

        assertThat(taken.alike()).singleElement().satisfies(alike -> {
            assertThat(alike.line()).isEqualTo(3);
            assertThat(alike.existing()).hasToString(first);
        });
    }

    @Test
    void eventKnownInAnotherRegionStandsInTheWay() throws Exception {
        String event = "VÄG-" + unique();
        take(NGO_CASEWORKER, file(csv(row("event_id", event))), false);
        Map<String, String> south = row("event_id", event);
        south.put("region", "syd");
        south.put("municipality_code", "1280");

        assertThat(take(NGO_CASEWORKER, file(csv(row(), south)), false))
                .isInstanceOfSatisfying(
                        InConflict.class,
                        conflict -> assertThat(conflict.conflicts())
                                .singleElement()
                                .satisfies(each -> {
                                    assertThat(each.line()).isEqualTo(3);
                                    assertThat(each.reason()).isEqualTo(FilingOutcome.Reason.EVENT_ELSEWHERE);
                                }));
    }

    @Test
    void personKeepsToOneRegistrationAYear() throws Exception {
        Map<String, String> earlier = row();
        earlier.put("registered_on", "2022-05-17");
        Map<String, String> later = row();
        take(NGO_CASEWORKER, file(csv(earlier, later)), false);
        TestInstallation.owner()
                .sql(
                        "update casework.registration set person_id = (select person_id from casework.registration where id = ?) where id = ?")
                .params(List.of(id(earlier), id(later)))
                .update();
        later.put("registered_on", "2022-06-01");

        assertThat(take(NGO_CASEWORKER, file(csv(later)), true))
                .isInstanceOfSatisfying(
                        InConflict.class,
                        conflict -> assertThat(conflict.conflicts().getFirst().reason())
                                .isEqualTo(FilingOutcome.Reason.ANOTHER_IN_THE_YEAR));
    }

    @Test
    void takingIsAuditedAndListed() throws Exception {
        Map<String, String> row = row();
        take(NORD_COORDINATOR, file(csv(row)), false);

        TakenFile newest =
                NORD_COORDINATOR.acting().call(() -> intake.listTaken(1)).getFirst();
        assertThat(newest.by()).isEqualTo("Kim Koordinator");
        assertThat(newest.added()).isEqualTo(1);
        assertThat(one(
                        "select string_agg(action || ' ' || subject_kind, ', ' order by action) from audit.entry where subjects @> array[?::uuid] or (action = 'FILE_TAKEN' and detail like '%"
                                + newest.fingerprint() + "%')",
                        id(row)))
                .isEqualTo("FILE_TAKEN FILE, REGISTERED REGISTRATION");
        assertThat(SYD_COORDINATOR.acting().call(() -> intake.listTaken(100)))
                .noneMatch(taken -> taken.fingerprint().equals(newest.fingerprint()));
    }

    @Test
    void operatorGivesEachRegionItsRows() throws Exception {
        Map<String, String> north = row();
        Map<String, String> south = row();
        south.put("region", "syd");
        south.put("municipality_code", "1280");

        assertThat(counts(intake.takeForOffices(file(csv(north, south)), SampleFiles.AS_OF, false)
                        .filing()))
                .isEqualTo("2 0 0");
        assertThat(owner(north))
                .isEqualTo(Personas.Place.OFFICE_NORD.id().value().toString());
        assertThat(owner(south))
                .isEqualTo(Personas.Place.OFFICE_SYD.id().value().toString());
        assertThat(one(
                        "select count(distinct organisation) from audit.entry where member is null and subjects && array[?::uuid, '"
                                + id(south) + "']",
                        id(north)))
                .isEqualTo("2");

        // Whose registration it is does not change with the region it says.
        north.put("region", "syd");
        north.put("municipality_code", "1280");
        assertThat(counts(intake.takeForOffices(file(csv(north, south)), SampleFiles.AS_OF, true)
                        .filing()))
                .isEqualTo("0 1 1");
        assertThat(owner(north))
                .isEqualTo(Personas.Place.OFFICE_NORD.id().value().toString());
    }

    @Test
    void regionWithoutAnOfficeIsAFaultThatLeavesNothing() throws Exception {
        Map<String, String> north = row();
        Map<String, String> middle = row();
        middle.put("region", "bergslagen");
        middle.put("municipality_code", "1880");

        assertThat(intake.takeForOffices(file(csv(north, middle)), SampleFiles.AS_OF, false)
                        .filing())
                .isInstanceOfSatisfying(
                        InConflict.class,
                        conflict -> assertThat(conflict.conflicts())
                                .containsExactly(new FilingOutcome.Conflict(
                                        3, "region", FilingOutcome.Reason.NO_OFFICE, "bergslagen")));
        assertThat(one("select count(*) from casework.registration where id = ?", id(north)))
                .isEqualTo("0");
    }

    private FilingOutcome take(Personas who, Path file, boolean correcting) throws Exception {
        IntakeAnswer answer = who.acting().call(() -> intake.take(file, correcting));
        assertThat(answer.verdict().faults()).isEmpty();
        return java.util.Objects.requireNonNull(answer.filing());
    }

    private static String counts(@Nullable FilingOutcome outcome) {
        Taken taken = (Taken) java.util.Objects.requireNonNull(outcome);
        return taken.added() + " " + taken.corrected() + " " + taken.unchanged();
    }

    private static String owner(Map<String, String> row) {
        return one("select organisation from casework.registration where id = ?", id(row));
    }

    private static UUID id(Map<String, String> row) {
        return UUID.fromString(row.get("registration_id"));
    }

    private static String unique() {
        return UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
    }

    private static String one(String query, UUID id) {
        return String.valueOf(
                TestInstallation.owner().sql(query).param(id).query().singleValue());
    }
}
