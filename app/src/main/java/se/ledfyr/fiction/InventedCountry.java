package se.ledfyr.fiction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import se.ledfyr.access.Acting;
import se.ledfyr.casework.RegisteringMany;
import se.ledfyr.organisations.Organisation;
import se.ledfyr.organisations.Organisations;
import se.ledfyr.people.NameFacts;
import se.ledfyr.people.NewPerson;
import se.ledfyr.people.People;
import se.ledfyr.people.PersonId;

/// Fills an empty installation with an invented register, identities included: every name is sealed with a key of its
/// own, indexed and written to the audit log by the same services as a real one.
@Service
public class InventedCountry {

    private static final int AT_ONCE = 500;
    private static final int WORKERS = 2;
    private static final long NAMES = 0x4E414D4553L;

    private final InventedOffices offices;
    private final People people;
    private final RegisteringMany registering;
    private final Organisations organisations;
    private final TransactionTemplate transaction;

    InventedCountry(
            InventedOffices offices,
            People people,
            RegisteringMany registering,
            Organisations organisations,
            TransactionTemplate transaction) {
        this.offices = offices;
        this.people = people;
        this.registering = registering;
        this.organisations = organisations;
        this.transaction = transaction;
    }

    /// Whether some organisation has registered somebody: then nothing invented may be mixed in.
    public boolean isInUse() {
        return organisations.list().stream()
                .anyMatch(each -> !Acting.operatorFor(each).get(registering::isNothingRegistered));
    }

    /// Registers `number` invented people with the offices of their regions, founding those that are missing.
    /// The facts are those of the file made with the same seed. It goes a few hundred people a transaction: who
    /// stops half-way has filled half.
    ///
    /// @param number 1 to 100 million
    /// @param progress is told, now and then, how many are registered
    /// @throws IllegalStateException when somebody is registered already
    public void fill(int number, long seed, LongConsumer progress) {
        if (isInUse()) {
            throw new IllegalStateException(
                    "This installation holds registrations; invented people are not mixed with others");
        }
        Map<String, Organisation> byRegion = offices.foundMissing();
        InventedRegister register = new InventedRegister(Shares.delivered(), number, seed);
        InventedNames names = InventedNames.delivered();
        Map<String, List<InventedPerson>> waiting = new HashMap<>();
        try (Line line = new Line(progress)) {
            while (register.hasNext()) {
                InventedPerson next = register.next();
                String region = next.facts().region();
                List<InventedPerson> together = waiting.computeIfAbsent(region, key -> new ArrayList<>(AT_ONCE));
                together.add(next);
                if (together.size() == AT_ONCE) {
                    waiting.remove(region);
                    line.submit(office(byRegion, region), together, names, seed);
                }
            }
            waiting.forEach((region, last) -> line.submit(office(byRegion, region), last, names, seed));
        }
    }

    private static Organisation office(Map<String, Organisation> byRegion, String region) {
        Organisation office = byRegion.get(region);
        if (office == null) {
            throw new IllegalStateException("No office answers for " + region);
        }
        return office;
    }

    private void register(Organisation office, List<InventedPerson> some, InventedNames names, long seed) {
        List<NewPerson> identities = some.stream()
                .map(each -> new NewPerson(
                        names.draw(
                                new Draws(seed ^ NAMES + each.number() * NAMES),
                                each.facts().citizenship()),
                        null,
                        new NameFacts(each.facts().birthYear(), each.facts().citizenship())))
                .toList();
        Acting.operatorFor(office)
                .run(() -> transaction.executeWithoutResult(status -> {
                    List<PersonId> ids = people.addAll(identities);
                    List<RegisteringMany.OfPerson> many = new ArrayList<>(some.size());
                    for (int i = 0; i < some.size(); i++) {
                        many.add(new RegisteringMany.OfPerson(
                                some.get(i).id(), ids.get(i), some.get(i).facts()));
                    }
                    registering.register(many);
                }));
    }

    /// A few workers, with no more than a handful of parts waiting for them: memory does not grow with the register.
    private final class Line implements AutoCloseable {

        private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        private final Semaphore places = new Semaphore(2 * WORKERS);
        private final List<Future<?>> parts = new ArrayList<>();
        private final LongConsumer progress;
        private long done;

        Line(LongConsumer progress) {
            this.progress = progress;
        }

        void submit(Organisation office, List<InventedPerson> some, InventedNames names, long seed) {
            places.acquireUninterruptibly();
            parts.removeIf(this::isDone);
            parts.add(workers.submit(() -> {
                try {
                    register(office, some, names, seed);
                } finally {
                    places.release();
                }
                tell(some.size());
            }));
        }

        private synchronized void tell(int more) {
            done += more;
            progress.accept(done);
        }

        private boolean isDone(Future<?> part) {
            if (part.isDone()) {
                check(part);
                return true;
            }
            return false;
        }

        private static void check(Future<?> part) {
            try {
                part.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("Some invented people could not be registered", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted", e);
            }
        }

        @Override
        public void close() {
            workers.close();
            parts.forEach(Line::check);
        }
    }
}
