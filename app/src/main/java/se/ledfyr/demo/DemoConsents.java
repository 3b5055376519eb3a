package se.ledfyr.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.casework.Cases;
import se.ledfyr.casework.HeldCases;
import se.ledfyr.casework.HeldFilter;
import se.ledfyr.consent.ConsentId;
import se.ledfyr.consent.ConsentTerms;
import se.ledfyr.consent.Consents;
import se.ledfyr.consent.Consultation;
import se.ledfyr.consent.Consultations;
import se.ledfyr.consent.Notice;
import se.ledfyr.consent.Notices;
import se.ledfyr.installation.OnlyInDemo;
import se.ledfyr.people.FieldGroup;

/// What some of the demo's invented people agreed to, one of whom took it back, and records without names. All of
/// it or, when it is interrupted, nothing.
@Component
@OnlyInDemo
@Order(4)
class DemoConsents implements ApplicationRunner {

    private final Cases cases;
    private final HeldCases held;
    private final Consents consents;
    private final Consultations consultations;
    private final Notices notices;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoConsents(
            Cases cases,
            HeldCases held,
            Consents consents,
            Consultations consultations,
            Notices notices,
            TransactionTemplate transaction,
            Clock clock) {
        this.cases = cases;
        this.held = held;
        this.consents = consents;
        this.consultations = consultations;
        this.notices = notices;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        DemoMember coordinator = DemoMember.COORDINATOR;
        new Acting(
                        coordinator.office().id(),
                        coordinator.id(),
                        Right.of(
                                coordinator.office().organisation().kind(),
                                coordinator.member().roles()))
                .run(() -> transaction.executeWithoutResult(status -> fill(LocalDate.now(clock))));
    }

    private void fill(LocalDate today) {
        if (!consultations.list().isEmpty()) {
            return;
        }
        List<CaseFile> files = held.list(HeldFilter.ALL, null, false).lines().stream()
                .limit(4)
                .map(line -> cases.get(line.id()))
                .toList();
        for (CaseFile file : files) {
            consent(file, "support", DemoOffice.NGO, today.minusDays(20), null);
        }
        if (files.size() == 4) {
            consent(files.get(0), "acute_protection", DemoOffice.SHELTER, today.minusDays(12), today.plusDays(60));
            consent(files.get(1), "permit", DemoOffice.MIGRATION, today.minusDays(90), today.minusDays(30));
            consents.withdraw(consent(files.get(2), "police_report", DemoOffice.POLICE, today.minusDays(5), null));
        }
        consultation(today.minusDays(2), "social_services", "secrecy", "adult", 25);
        consultation(today.minusDays(6), "police", "indicators", "several", 40);
        consultation(today.minusDays(15), "health_care", "child", "unknown", 15);
        notice(today.minusDays(4), "female", "RO", "police");
        notice(today.minusDays(31), "male", "VN", "workplace_inspection");
    }

    private ConsentId consent(CaseFile file, String purpose, DemoOffice to, LocalDate from, @Nullable LocalDate until) {
        return consents.record(
                file.person(),
                new ConsentTerms(
                        purpose,
                        Set.of(to.id()),
                        Set.of(FieldGroup.IDENTITY, FieldGroup.BASICS, FieldGroup.SITUATION, FieldGroup.NEEDS),
                        "self",
                        "spoken",
                        "ro",
                        "telephone",
                        null,
                        from,
                        until));
    }

    private void consultation(LocalDate day, String askedBy, String topic, String concerns, int minutes) {
        consultations.add(new Consultation(
                UUID.randomUUID(),
                day,
                "nord",
                askedBy,
                "telephone",
                new TreeSet<>(Set.of(topic)),
                null,
                concerns,
                "advice",
                minutes));
    }

    private void notice(LocalDate day, String sex, String citizenship, String metBy) {
        notices.add(new Notice(
                UUID.randomUUID(),
                day,
                "nord",
                sex,
                citizenship,
                null,
                null,
                metBy,
                new TreeSet<>(Set.of("coordinator", "police")),
                true));
    }
}
