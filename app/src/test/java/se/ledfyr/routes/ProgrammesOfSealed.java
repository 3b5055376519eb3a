package se.ledfyr.routes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.EventId;
import se.ledfyr.casework.RegistrationId;
import se.ledfyr.consent.Basis;
import se.ledfyr.emergency.Circle;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.justice.Crime;
import se.ledfyr.justice.NewClaim;
import se.ledfyr.justice.NewReport;
import se.ledfyr.justice.NewStatus;
import se.ledfyr.justice.ReportId;
import se.ledfyr.justice.Reports;
import se.ledfyr.justice.WageClaims;
import se.ledfyr.organisations.OrganisationKind;
import se.ledfyr.organisations.Role;
import se.ledfyr.people.FieldGroup;
import se.ledfyr.permits.Applicant;
import se.ledfyr.permits.Applications;
import se.ledfyr.permits.Decision;
import se.ledfyr.permits.Extension;
import se.ledfyr.permits.NewApplication;
import se.ledfyr.personas.Personas;
import se.ledfyr.personas.Personas.Place;
import se.ledfyr.returns.Admitting;
import se.ledfyr.returns.Applying;
import se.ledfyr.returns.CourseNotes;
import se.ledfyr.returns.Information;
import se.ledfyr.returns.Journeys;
import se.ledfyr.returns.NewCompanion;
import se.ledfyr.returns.NewCost;
import se.ledfyr.returns.NewGroup;
import se.ledfyr.returns.ReturnId;
import se.ledfyr.returns.Terms;
import se.ledfyr.support.ApplicationId;
import se.ledfyr.support.Deciding;
import se.ledfyr.support.Sharing;
import se.ledfyr.support.SupportApplications;
import se.ledfyr.support.TestSupport;

/// What the programmes, permits and the legal process write about somebody whose case will be sealed, at the office
/// that works with them; in every state an application can have.
@Component
class ProgrammesOfSealed {

    private final SupportApplications support;
    private final Deciding deciding;
    private final TestSupport programme;
    private final Applying applying;
    private final Admitting admitting;
    private final Journeys journeys;
    private final CourseNotes notes;
    private final Applications permits;
    private final Reports reports;
    private final WageClaims claims;

    ProgrammesOfSealed(
            SupportApplications support,
            Deciding deciding,
            TestSupport programme,
            Applying applying,
            Admitting admitting,
            Journeys journeys,
            CourseNotes notes,
            Applications permits,
            Reports reports,
            WageClaims claims) {
        this.support = support;
        this.deciding = deciding;
        this.programme = programme;
        this.applying = applying;
        this.admitting = admitting;
        this.journeys = journeys;
        this.notes = notes;
        this.permits = permits;
        this.reports = reports;
        this.claims = claims;
    }

    /// @param hidden what the office's log must not speak of
    record Made(ReturnsOfSyd returns, List<String> hidden) {}

    /// A coordinator of the office, with all the rights that its kind gives.
    static Acting coordinator(Circle circle, Circle.One who) {
        return new Acting(
                circle.office(), who.id(), Right.of(OrganisationKind.REGIONAL_COORDINATION, Set.of(Role.COORDINATOR)));
    }

    /// One group with everybody who is named.
    String group(Circle circle, EventId event, List<RegistrationId> who) {
        return coordinator(circle, circle.insider())
                .get(() -> applying.openGroup(new NewGroup(
                        event,
                        terms(),
                        who.stream()
                                .map(one -> new NewGroup.Row(one, null, null))
                                .toList(),
                        List.of())))
                .value()
                .toString();
    }

    /// The return of somebody in a group.
    static String returnOf(Circle circle, RegistrationId registration) {
        return TestInstallation.owner()
                .sql("select application_id::text from returns.own_end where organisation = ? and registration_id = ?")
                .params(circle.office().value(), registration.value())
                .query(String.class)
                .single();
    }

    /// Everything for one person.
    ///
    /// @param alone somebody else, alone in a group
    Made add(Circle circle, RegistrationId registration, CaseId file, EventId event, RegistrationId alone) {
        List<String> hidden = new ArrayList<>();
        supports(circle, file).forEach(id -> hidden.add(id.value().toString()));
        String group = group(circle, event, List.of(alone));
        hidden.add(group);
        hidden.add(returnOf(circle, alone));
        ReturnsOfSyd returns = returns(circle, registration, group);
        hidden.add(returns.open());
        hidden.add(returns.ended());
        hidden.add(permit(circle, file));
        hidden.add(legal(circle, file));
        return new Made(returns, hidden);
    }

    private List<ApplicationId> supports(Circle circle, CaseId file) {
        ApplicationId withdrawn = apply(circle, file);
        circle.insider().acting().run(() -> support.withdraw(withdrawn, "Hon ångrade sig"));
        ApplicationId refused = apply(circle, file);
        Personas.PROGRAMME_CASEWORKER.acting().run(() -> {
            support.ask(refused, "Har kommunen svarat?");
            deciding.refuse(refused, "no_place", "Just nu finns ingen plats");
        });
        ApplicationId granted = apply(circle, file);
        Personas.PROGRAMME_CASEWORKER
                .acting()
                .run(() -> deciding.grant(granted, programme.today(), programme.facts(30, 90), List.of()));
        return List.of(withdrawn, refused, granted);
    }

    private ApplicationId apply(Circle circle, CaseId file) {
        return circle.insider()
                .acting()
                .get(() -> support.apply(
                        file,
                        Place.PROGRAMME.id(),
                        programme.wish(),
                        new Sharing(
                                Set.of(FieldGroup.IDENTITY, FieldGroup.BASICS),
                                new Basis.LawfulGround("vital_interest", "Påhittat skäl")),
                        "Ingenstans att ta vägen"));
    }

    private ReturnsOfSyd returns(Circle circle, RegistrationId registration, String group) {
        LocalDate today = programme.today();
        Acting insider = coordinator(circle, circle.insider());
        ReturnId withdrawn = insider.get(() -> applying.open(registration, terms()));
        insider.run(() -> admitting.withdraw(withdrawn));
        ReturnId open = insider.get(() -> applying.open(registration, terms()));
        ReturnId child = insider.get(() -> applying.addCompanion(
                open, new NewCompanion("accompanying_child", "male", "child", 2020, "TH", null, null), "spoken"));
        Personas.RETURN_CASEWORKER.acting().run(() -> admitting.admit(List.of(open, child), today));
        insider.run(() -> {
            notes.addMeasure(open, "counselling", today);
            notes.setExit(open, today.plusDays(20));
            journeys.addCost(open, new NewCost("tickets", 450_000, 2));
            journeys.depart(List.of(open), today);
            journeys.arrive(List.of(open), today);
        });
        return new ReturnsOfSyd(open.value().toString(), withdrawn.value().toString(), group);
    }

    private String permit(Circle circle, CaseId file) {
        LocalDate today = programme.today();
        Acting insider = coordinator(circle, circle.insider());
        se.ledfyr.permits.ApplicationId id = insider.get(() ->
                permits.apply(file, new NewApplication(Applicant.LEAD_INVESTIGATOR, null, true, "female", today)));
        insider.run(() -> {
            permits.decide(id, 1, new Decision.Granted(today, today, today.plusDays(40)), null);
            permits.extend(
                    id, 2, new Extension(Applicant.LEAD_INVESTIGATOR, "investigation", today, today.plusDays(60)));
        });
        return id.value().toString();
    }

    private String legal(Circle circle, CaseId file) {
        LocalDate today = programme.today();
        return circle.insider().acting().get(() -> {
            ReportId report = reports.add(
                    file,
                    new NewReport(
                            today,
                            "person",
                            "nord",
                            "5000-K1-26",
                            null,
                            List.of(new Crime("thb", null)),
                            "investigation_not_started"));
            reports.set(
                    file,
                    report,
                    new NewStatus("investigation_ongoing", today, null, null, null, null, today.plusDays(9)));
            claims.begin(file, new NewClaim("Påhittade Bär AB", 1200, "Semesterlagen"));
            return report.value().toString();
        });
    }

    private Terms terms() {
        LocalDate today = programme.today();
        return new Terms(
                "TH",
                new Information(today, Set.of("voluntary", "what_it_gives"), "th", "telephone"),
                null,
                today.plusDays(20),
                null,
                "spoken");
    }
}
