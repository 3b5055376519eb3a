package se.ledfyr.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.HeldCase;
import se.ledfyr.casework.HeldCases;
import se.ledfyr.casework.HeldFilter;
import se.ledfyr.consent.Basis;
import se.ledfyr.installation.OnlyInDemo;
import se.ledfyr.people.FieldGroup;
import se.ledfyr.programmes.SupportFacts;
import se.ledfyr.support.HeldPlaces;
import se.ledfyr.support.HomeFacts;
import se.ledfyr.support.HomeId;
import se.ledfyr.support.Homes;
import se.ledfyr.support.MunicipalRefusal;
import se.ledfyr.support.Sharing;
import se.ledfyr.support.SupportApplications;
import se.ledfyr.support.Wish;

/// The support programme in the demo: four homes, two applications that wait for the office. Nobody is granted
/// anything, so that the tables stay those of the published years. All of it or, when it is interrupted, nothing.
@Component
@OnlyInDemo
@Order(12)
class DemoSupport implements ApplicationRunner {

    private static final int MOST = 2;

    private final HeldCases held;
    private final SupportApplications applications;
    private final Homes homes;
    private final HeldPlaces places;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoSupport(
            HeldCases held,
            SupportApplications applications,
            Homes homes,
            HeldPlaces places,
            TransactionTemplate transaction,
            Clock clock) {
        this.held = held;
        this.applications = applications;
        this.homes = homes;
        this.places = places;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        boolean first = as(DemoMember.PROGRAMME_CASEWORKER, this::furnish);
        if (first) {
            as(DemoMember.COORDINATOR, this::apply);
        }
    }

    /// @return false when there are homes already
    private boolean furnish() {
        if (!homes.listEver().isEmpty()) {
            return false;
        }
        LocalDate today = LocalDate.now(clock);
        HomeId first = home("stockholm", Set.of("women", "children"), 4, today.plusMonths(8));
        home("vast", Set.of("women", "children", "young_adults"), 3, today.plusMonths(2));
        home("syd", Set.of("men"), 2, today.plusMonths(14));
        home("mitt", Set.of("women"), 1, null);
        places.hold(first, today, today.plusDays(20), today.plusDays(5));
        return true;
    }

    private HomeId home(
            String region, Set<String> takes, int places, @org.jspecify.annotations.Nullable LocalDate until) {
        return homes.add(
                new HomeFacts(region, takes, until, DemoOffice.SHELTER.id()),
                places,
                LocalDate.now(clock).minusMonths(6),
                "Påhittat boende, Ingenstansvägen 1");
    }

    private boolean apply() {
        List<CaseId> cases = held.list(HeldFilter.MINE, null, false).lines().stream()
                .map(HeldCase::id)
                .limit(MOST)
                .toList();
        LocalDate today = LocalDate.now(clock);
        for (int i = 0; i < cases.size(); i++) {
            LocalDate day = today.minusDays(i * 5L);
            Wish wish = new Wish(
                    "coordinator",
                    "nord",
                    "adult",
                    i,
                    i == 0 ? "refused_by_social_services" : "law_gap",
                    Set.of(SupportFacts.REST, SupportFacts.INTEGRATION),
                    day,
                    List.of(new MunicipalRefusal("2480", "not_our_remit", i > 0, true, day.minusDays(2))));
            applications.apply(
                    cases.get(i),
                    DemoOffice.PROGRAMME.id(),
                    wish,
                    new Sharing(
                            Set.of(FieldGroup.IDENTITY, FieldGroup.BASICS, FieldGroup.EXPLOITATION),
                            new Basis.LawfulGround("vital_interest", "Påhittat: kan inte svara själv")),
                    "Kommunen sa nej. Har ingenstans att sova nästa vecka.");
        }
        return true;
    }

    private <T> T as(DemoMember who, Supplier<T> work) {
        Acting acting = new Acting(
                who.office().id(),
                who.id(),
                Right.of(who.office().organisation().kind(), who.member().roles()));
        return Objects.requireNonNull(acting.get(() -> transaction.execute(status -> work.get())));
    }
}
