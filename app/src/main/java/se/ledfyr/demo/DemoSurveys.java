package se.ledfyr.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.ledfyr.access.Acting;
import se.ledfyr.access.JointTransaction;
import se.ledfyr.access.Right;
import se.ledfyr.installation.OnlyInDemo;
import se.ledfyr.intake.FileIntake;
import se.ledfyr.surveys.Answer;
import se.ledfyr.surveys.Answers;
import se.ledfyr.surveys.Contact;
import se.ledfyr.surveys.ContactId;
import se.ledfyr.surveys.Contacts;
import se.ledfyr.surveys.Editions;
import se.ledfyr.surveys.InformalNotes;
import se.ledfyr.surveys.OwnWays;
import se.ledfyr.surveys.Participants;
import se.ledfyr.surveys.SurveyForm;
import se.ledfyr.surveys.SurveyYears;

/// The platform of civil society in the demo: its members and whom they met, all invented. The last year there are
/// questionnaires for is half answered; every year before is closed, with revisions.
@Component
@OnlyInDemo
@Order(13)
class DemoSurveys implements ApplicationRunner {

    private static final Acting PLATFORM =
            new Acting(DemoOffice.PLATFORM.id(), null, Set.of(Right.COMPILE_CONTACTS, Right.READ_FACTS));

    private final Participants participants;
    private final Contacts contacts;
    private final InformalNotes notes;
    private final OwnWays ways;
    private final SurveyYears years;
    private final Editions editions;
    private final FileIntake intake;
    private final JointTransaction parts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoSurveys(
            Participants participants,
            Contacts contacts,
            InformalNotes notes,
            OwnWays ways,
            SurveyYears years,
            Editions editions,
            FileIntake intake,
            JointTransaction parts,
            TransactionTemplate transaction,
            Clock clock) {
        this.participants = participants;
        this.contacts = contacts;
        this.notes = notes;
        this.ways = ways;
        this.years = years;
        this.editions = editions;
        this.intake = intake;
        this.parts = parts;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        List<String> known = PLATFORM.get(() -> participants.list().stream()
                .map(Participants.Participant::label)
                .toList());
        if (known.size() >= DemoSurveyMember.values().length) {
            return;
        }
        Path file = Files.createTempFile("ledfyr-demo", ".csv");
        try {
            transaction.executeWithoutResult(status -> fill(known, file));
        } finally {
            Files.delete(file);
        }
    }

    private void fill(List<String> known, Path file) {
        parts.as(PLATFORM, () -> {
            for (DemoSurveyMember each : DemoSurveyMember.values()) {
                if (!known.contains(each.label())) {
                    participants.add(each.office().id(), each.label());
                }
            }
            return true;
        });
        int latest = years.list().getFirst();
        for (int year : years.list()) {
            take(file, SurveyForm.ADULT, year, year == latest);
            take(file, SurveyForm.CHILD, year, year == latest);
            tell(
                    DemoSurveyMember.OPPNA_DORREN,
                    year,
                    15,
                    30,
                    "Många kommer för mat och natthärbärge. Vi frågar inte vilka de är.");
            if (year == latest) {
                begin(year);
            } else {
                tell(DemoSurveyMember.HAMNEN, year, 8, 8, "De som vi bara har talat med i telefon.");
                close(year);
            }
        }
    }

    /// All members' contacts of a questionnaire, in one file.
    ///
    /// @param half whether only some have sent theirs
    private void take(Path file, SurveyForm form, int year, boolean half) {
        editions.current(form, year).map(contacts::questionnaire).ifPresent(questionnaire -> {
            DemoContactFile filled = new DemoContactFile(questionnaire);
            for (DemoSurveyMember each : DemoSurveyMember.values()) {
                if (!half || each.compareTo(DemoSurveyMember.LYKTAN) < 0) {
                    filled.meet(each, form == SurveyForm.ADULT ? each.adults() : each.children());
                }
            }
            try {
                Files.writeString(file, filled.text());
                if (intake.takeForOffices(file, LocalDate.now(clock), false)
                        .taken()
                        .isEmpty()) {
                    throw new IllegalStateException("A demo file was not taken");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /// Notes of somebody who does not count people.
    private void tell(DemoSurveyMember member, int year, int low, int high, String seen) {
        as(member, () -> {
            InformalNotes.Told told = InformalNotes.Told.of(low, high, List.of("sexual", "begging"), seen);
            notes.change(notes.write(year, told), 1, told, true);
            return true;
        });
    }

    /// Two that somebody at Fyrskenet began and put aside, under references that only Fyrskenet can resolve.
    private void begin(int year) {
        as(DemoSurveyMember.FYRSKENET, () -> {
            Answers known = Answers.NONE
                    .with("exposure", Answer.Codes.of("direct"))
                    .with("sex", Answer.Codes.of("female"))
                    .with("needs", Answer.Codes.of(List.of("legal_advice", "safe_housing")))
                    .with("rights_met", new Answer.NotKnown());
            ways.refer(contacts.begin(SurveyForm.ADULT, year, known, null), "Blå pärmen 14");
            ways.refer(contacts.begin(SurveyForm.ADULT, year, Answers.NONE, null), "Kvällsjouren 3 maj");
            return true;
        });
    }

    private void close(int year) {
        parts.as(PLATFORM, () -> {
            years.close(year);
            return true;
        });
        as(DemoSurveyMember.HAMNEN, () -> {
            Contact first =
                    contacts.get(new ContactId(DemoContactFile.id(year, SurveyForm.ADULT, DemoSurveyMember.HAMNEN, 0)));
            contacts.correct(
                    first.id(),
                    first.version(),
                    first.answers().with("police_reports", new Answer.Number(3)),
                    "En anmälan till, som vi fick veta om efter nyår.");
            return true;
        });
    }

    private <T> T as(DemoSurveyMember member, Supplier<T> work) {
        return parts.as(Acting.operatorFor(member.office().organisation()), work);
    }
}
