package se.ledfyr.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static se.ledfyr.intake.SampleFiles.csv;
import static se.ledfyr.intake.SampleFiles.file;
import static se.ledfyr.intake.SampleFiles.row;
import static se.ledfyr.personas.Personas.NGO_CASEWORKER;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.SYD_COORDINATOR;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.HouseTest;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.filing.FilingOutcome;
import se.ledfyr.filing.FilingOutcome.InConflict;
import se.ledfyr.filing.FilingOutcome.NeedsYes;
import se.ledfyr.filing.FilingOutcome.Reason;
import se.ledfyr.filing.FilingOutcome.Taken;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.organisations.OrganisationId;

/// Grants and reflection periods as files: whole or not at all, linked to registrations of the same
/// organisation only.
@HouseTest
class GrantFilesTests {

    private static final String AMP =
            "grant_id,registration_id,granted_on,sex,age_group,role,forms,citizenship,return_country,sector,group_case,applied_on,departed_on,coordinator_region\n";
    private static final String NSP =
            "grant_id,granted_on,age_group,sex,exposure,forms,citizenship,nationality_other,components,rest_days,integration_days,placement,home_region,guardian_grant_id,eligibility_reason,referred_by\n";
    private static final String REFLECTION =
            "case_id,registration_id,applicant,via_coordinator,region,municipality_code,sex,applied_on,decided_on,decision,start_on,end_on\n";

    @Autowired
    private FileIntake intake;

    @Test
    void aGrantIsAboutThePersonOfItsRegistrationAndTheSameFileTwiceChangesNothing() throws Exception {
        String registration = registered();
        UUID grant = UUID.randomUUID();
        String file = AMP + amp(grant, registration, "female", "nord");

        assertThat(counts(take(NORD_COORDINATOR.acting(), file, false))).isEqualTo("1 0 0");
        assertThat(counts(take(NORD_COORDINATOR.acting(), file, false))).isEqualTo("0 0 1");

        assertThat(one("""
                        select (g.person_id = r.person_id) || ' ' || g.version
                        from programmes.amp_grant g join casework.registration r on r.id = g.registration_id where g.id = ?
                        """, grant)).isEqualTo("true 1");
    }

    @Test
    void correctionsNeedAYesAndKeepTheOldValue() throws Exception {
        UUID grant = UUID.randomUUID();
        String file = AMP + amp(grant, registered(), "female", "nord");
        take(NORD_COORDINATOR.acting(), file, false);
        String changed = file.replace(",forestry,", ",forestry;berry_picking,");

        FilingOutcome asked = take(NORD_COORDINATOR.acting(), changed, false);

        assertThat(((NeedsYes) asked).corrections())
                .extracting(each -> each.field() + " " + each.before() + " " + each.after())
                .containsExactly("sector forestry berry_picking;forestry");
        assertThat(counts(take(NORD_COORDINATOR.acting(), changed, true))).isEqualTo("0 1 0");
        assertThat(one(
                        "select field || ' ' || old_value || ' ' || version from programmes.amp_change where grant_id = ?",
                        grant))
                .isEqualTo("sector forestry 2");
    }

    /// The bystander's registration exists, the other does not: nobody can tell which.
    @Test
    void aLinkToAnotherOrganisationsRegistrationIsALinkToNothing() throws Exception {
        String theirs = registered();
        List<FilingOutcome.Conflict> hidden =
                conflicts(take(SYD_COORDINATOR.acting(), AMP + amp(UUID.randomUUID(), theirs, "female", "syd"), false));
        List<FilingOutcome.Conflict> missing = conflicts(take(
                SYD_COORDINATOR.acting(),
                AMP + amp(UUID.randomUUID(), UUID.randomUUID().toString(), "female", "syd"),
                false));

        assertThat(hidden)
                .isEqualTo(missing)
                .containsExactly(new FilingOutcome.Conflict(2, "registration_id", Reason.LINK_MISSING, ""));
    }

    @Test
    void aGrantThatDisagreesWithItsRegistrationLeavesNothingOfTheFile() throws Exception {
        UUID right = UUID.randomUUID();
        String file =
                AMP + amp(right, registered(), "female", "nord") + amp(UUID.randomUUID(), registered(), "male", "nord");

        assertThat(conflicts(take(NORD_COORDINATOR.acting(), file, true)))
                .containsExactly(new FilingOutcome.Conflict(3, "sex", Reason.LINK_DIFFERS, ""));
        assertThat(one("select count(*) from programmes.amp_grant where id = ?", right))
                .isEqualTo("0");
    }

    @Test
    void whoKeepsNoGrantsTakesNone() throws Exception {
        String grants = AMP + amp(UUID.randomUUID(), UUID.randomUUID().toString(), "female", "nord");
        String support = NSP + nsp(UUID.randomUUID(), "adult", "");

        assertThat(conflicts(take(NGO_CASEWORKER.acting(), grants, false)))
                .extracting(FilingOutcome.Conflict::reason)
                .containsExactly(Reason.NOT_KEPT_HERE);
        assertThat(conflicts(take(NORD_COORDINATOR.acting(), support, false)))
                .extracting(FilingOutcome.Conflict::reason)
                .containsExactly(Reason.NOT_KEPT_HERE);
        assertThatExceptionOfType(NotHere.class).isThrownBy(() -> intake.take(file(grants), false));
    }

    @Test
    void theProgrammesOfficeKeepsItsOwnAndNobodyElseSeesThem() throws Exception {
        Acting office = programmeOffice();
        UUID adult = UUID.randomUUID();
        UUID child = UUID.randomUUID();

        assertThat(counts(take(office, NSP + nsp(child, "child", adult.toString()) + nsp(adult, "adult", ""), false)))
                .isEqualTo("2 0 0");

        assertThat(one("select guardian_grant_id from programmes.nsp_grant where id = ?", child))
                .isEqualTo(adult.toString());
        assertThat(one(
                        "select count(distinct person_id) from programmes.nsp_grant where id in (?, '" + adult + "')",
                        child))
                .isEqualTo("2");
        assertThat(TestInstallation.application()
                        .sql("select count(*) from programmes.nsp_grant")
                        .query(Long.class)
                        .single())
                .as("nobody bound")
                .isZero();
        assertThat(one("select count(*) from audit.entry where subject_kind = 'GRANT' and subjects @> array[?]", adult))
                .isEqualTo("1");
    }

    @Test
    void aReflectionPeriodOfAnotherRegionNeedsAYes() throws Exception {
        UUID period = UUID.randomUUID();
        String file = REFLECTION + period
                + ",,lead_investigator,,syd,,male,2023-03-01,2023-03-02,granted,2023-03-02,2023-04-01\n";

        assertThat(((NeedsYes) take(NORD_COORDINATOR.acting(), file, false)).elsewhere())
                .containsExactly(new FilingOutcome.Elsewhere("syd", 1));
        assertThat(counts(take(SYD_COORDINATOR.acting(), file, false))).isEqualTo("1 0 0");
        assertThat(one("select year || ' ' || decision from permits.reflection_period where id = ?", period))
                .isEqualTo("2023 granted");
        assertThat(counts(take(SYD_COORDINATOR.acting(), file.replace("2023-04-01", "2023-05-01"), true)))
                .isEqualTo("0 1 0");
        assertThat(one("select field || ' ' || old_value from permits.change where period_id = ?", period))
                .isEqualTo("end_on 2023-04-01");
    }

    @Test
    void takenFilesAreListedByKind() throws Exception {
        take(NORD_COORDINATOR.acting(), AMP + amp(UUID.randomUUID(), registered(), "female", "nord"), false);

        assertThat(NORD_COORDINATOR.acting().call(() -> intake.listTaken(2)))
                .extracting(TakenFile::kind)
                .containsExactly("amp_grants", "coordinator_registrations");
    }

    /// A woman registered in Nord, alone in her file.
    private String registered() throws Exception {
        Map<String, String> row = row();
        take(NORD_COORDINATOR.acting(), csv(row), false);
        return Objects.requireNonNull(row.get("registration_id"));
    }

    private static String amp(UUID grant, String registration, String sex, String region) {
        return "%s,%s,2023-06-01,%s,adult,exploited,labour,TH,TH,forestry,,,,%s\n"
                .formatted(grant, registration, sex, region);
    }

    private static String nsp(UUID grant, String ageGroup, String guardian) {
        return "%s,2023-06-01,%s,,%s,%s,NG,,integration_period,0,40,protected_housing,syd,%s,law_gap,self\n"
                .formatted(
                        grant,
                        ageGroup,
                        ageGroup.equals("child") ? "indirect" : "direct",
                        ageGroup.equals("child") ? "" : "sexual",
                        guardian);
    }

    private static Acting programmeOffice() {
        UUID id = UUID.randomUUID();
        TestInstallation.owner()
                .sql(
                        "insert into organisations.organisation (id, name, kind, created_at) values (?, ?, 'PROGRAMME_OFFICE', now())")
                .params(List.of(id, "Programkontoret " + id))
                .update();
        return new Acting(new OrganisationId(id), null, Set.of(Right.WORK_WITH_PEOPLE));
    }

    private FilingOutcome take(Acting who, String content, boolean agreed) throws Exception {
        IntakeAnswer answer = who.call(() -> intake.take(file(content), agreed));
        assertThat(answer.verdict().faults()).isEmpty();
        return Objects.requireNonNull(answer.filing());
    }

    private static List<FilingOutcome.Conflict> conflicts(FilingOutcome outcome) {
        return ((InConflict) outcome).conflicts();
    }

    private static String counts(FilingOutcome outcome) {
        Taken taken = (Taken) outcome;
        return taken.added() + " " + taken.corrected() + " " + taken.unchanged();
    }

    private static String one(String query, UUID id) {
        return String.valueOf(
                TestInstallation.owner().sql(query).param(id).query().singleValue());
    }
}
