package se.ledfyr.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.ledfyr.access.Acting;
import se.ledfyr.access.JointTransaction;
import se.ledfyr.casework.Circumstances;
import se.ledfyr.casework.Facts;
import se.ledfyr.casework.Registering;
import se.ledfyr.installation.OnlyInDemo;
import se.ledfyr.intake.FileIntake;
import se.ledfyr.people.NameFacts;

/// Fills the demo country: the published years as registrations, grants and reflection periods without
/// identity, each where it is kept, and a few invented people with names. All of it or, when it is
/// interrupted, nothing.
@Component
@OnlyInDemo
@Order(2)
class DemoRegister implements ApplicationRunner {

    /// In this order: what others link to comes first.
    private static final List<String> FILES = List.of(
            "/demo/coordinator_registrations.csv",
            "/demo/amp_grants.csv",
            "/demo/nsp_grants.csv",
            "/demo/reflection_periods.csv");

    private final FileIntake intake;
    private final Registering registering;
    private final JointTransaction parts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoRegister(
            FileIntake intake,
            Registering registering,
            JointTransaction parts,
            TransactionTemplate transaction,
            Clock clock) {
        this.intake = intake;
        this.registering = registering;
        this.parts = parts;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        Acting nord = Acting.operatorFor(DemoOffice.NORD.organisation());
        if (!nord.get(() -> intake.listTaken(1)).isEmpty()) {
            return;
        }
        Path folder = Files.createTempDirectory("ledfyr-demo");
        List<Path> files = new ArrayList<>();
        try {
            for (String name : FILES) {
                Path file = folder.resolve(Integer.toString(files.size()));
                files.add(file);
                try (InputStream delivered = Objects.requireNonNull(DemoRegister.class.getResourceAsStream(name))) {
                    Files.copy(delivered, file);
                }
            }
            LocalDate today = LocalDate.now(clock);
            for (String text : DemoRecently.files(today)) {
                Path file = folder.resolve(Integer.toString(files.size()));
                files.add(file);
                Files.writeString(file, text);
            }
            transaction.executeWithoutResult(status -> fill(files, nord, today));
        } finally {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.delete(folder);
        }
    }

    private void fill(List<Path> files, Acting nord, LocalDate today) {
        try {
            for (Path file : files) {
                if (intake.takeForOffices(file, today, false).taken().isEmpty()) {
                    throw new IllegalStateException("A demo file was not taken");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        parts.as(nord, () -> {
            DemoPerson.list().forEach(person -> register(person, person.facts(today)));
            return true;
        });
    }

    private void register(DemoPerson person, Facts facts) {
        registering.newPerson(
                new Registering.NewPerson(
                        person.identity(), person.protection(), new NameFacts(facts.birthYear(), facts.citizenship())),
                facts,
                Circumstances.notStated());
    }
}
