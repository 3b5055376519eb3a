package se.ledfyr.support;

import static se.ledfyr.personas.Personas.PROGRAMME_CASEWORKER;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.ledfyr.casework.CaseId;
import se.ledfyr.consent.Basis;
import se.ledfyr.people.FieldGroup;
import se.ledfyr.people.Identity;
import se.ledfyr.people.NameFacts;
import se.ledfyr.personas.Personas;
import se.ledfyr.programmes.GrantId;
import se.ledfyr.programmes.SupportFacts;

/// SupportApplications, grants and homes of fictional people, for tests that need some.
@Component
public class TestSupport {

    private final SupportApplications applications;
    private final Deciding deciding;
    private final DayLedger days;
    private final Homes homes;
    private final Office office;

    TestSupport(SupportApplications applications, Deciding deciding, DayLedger days, Homes homes, Office office) {
        this.applications = applications;
        this.deciding = deciding;
        this.days = days;
        this.homes = homes;
        this.office = office;
    }

    public LocalDate today() {
        return office.today();
    }

    /// What is mostly asked for, after one municipality has said no.
    public Wish wish() {
        return new Wish(
                "coordinator",
                "nord",
                "adult",
                0,
                "refused_by_social_services",
                Set.of(SupportFacts.REST, SupportFacts.INTEGRATION),
                today(),
                List.of(new MunicipalRefusal("2480", "not_our_remit", false, true, today().minusDays(3))));
    }

    public ApplicationId applied(Personas by, CaseId caseId) {
        return by.acting()
                .get(() -> applications.apply(
                        caseId,
                        Personas.Place.PROGRAMME.id(),
                        wish(),
                        new Sharing(
                                Set.of(FieldGroup.IDENTITY, FieldGroup.BASICS, FieldGroup.EXPLOITATION),
                                new Basis.LawfulGround("vital_interest", "Kan inte svara själv just nu")),
                        "Kommunen sa nej, hon har ingenstans att ta vägen"));
    }

    /// Somebody who called, and was granted thirty days of rest and ninety of integration.
    public GrantId granted(String name) {
        return granted(name, today());
    }

    /// The same, on a day that has been.
    public GrantId granted(String name, LocalDate day) {
        return PROGRAMME_CASEWORKER.acting().get(() -> {
            Wish wish = wish();
            Wish then = new Wish(
                    wish.applicant(),
                    wish.region(),
                    wish.ageGroup(),
                    wish.children(),
                    wish.ground(),
                    wish.components(),
                    day,
                    List.of());
            ApplicationId id =
                    applications.register(Channel.TELEPHONE, Identity.named(name), new NameFacts(1994, "RO"), then, "");
            return deciding.grant(id, day, facts(30, 90), List.of());
        });
    }

    public SupportFacts facts(int rest, int integration) {
        return new SupportFacts(
                        "adult",
                        "female",
                        "direct",
                        Set.of("sexual"),
                        "RO",
                        null,
                        Set.of("specific_intervention"),
                        0,
                        0,
                        "protected_housing",
                        "vast",
                        "refused_by_social_services",
                        "regional_coordinator")
                .withDays(rest, integration);
    }

    /// Writes days down in the programme's office.
    public void write(GrantId grant, Phase phase, LocalDate first, int count, @Nullable Payer beyond) {
        PROGRAMME_CASEWORKER
                .acting()
                .run(() -> days.write(
                        grant,
                        new Period(
                                UUID.randomUUID(),
                                phase,
                                beyond != null,
                                beyond == null ? Payer.PROGRAMME : beyond,
                                beyond == null ? null : "no_housing",
                                first,
                                first.plusDays(count - 1L))));
    }

    /// A certified home for women with some places, in the register since a while.
    public HomeId home(String region, int places) {
        return PROGRAMME_CASEWORKER
                .acting()
                .get(() -> homes.add(
                        new HomeFacts(region, Set.of("women", "children"), today().plusYears(1), null),
                        places,
                        today().minusDays(400),
                        "Hemliga gatan 7"));
    }
}
