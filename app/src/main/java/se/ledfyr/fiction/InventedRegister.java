package se.ledfyr.fiction;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.ledfyr.casework.Facts;
import se.ledfyr.casework.RegistrationId;

/// The rows of an invented register, one after another in order of their days, in memory that does not grow with their
/// number. The same number of people and the same seed always give the same rows.
///
/// What is drawn together is only what hangs together: forms and sector, region and municipality, sex and age
/// group. The members of a group event share what an event shares. Everything else is independent, so no cross
/// table of such a register means anything.
final class InventedRegister {

    static final int MAX_PEOPLE = 100_000_000;
    static final LocalDate FIRST_DAY = LocalDate.of(2015, 1, 1);
    static final LocalDate LAST_DAY = LocalDate.of(2024, 12, 31);

    private static final long DAYS = ChronoUnit.DAYS.between(FIRST_DAY, LAST_DAY) + 1;

    private final Shares shares;
    private final Draws draws;
    private final int people;
    private int made;
    private int events;
    private @Nullable Shared event;
    private int leftInEvent;

    /// @param people 1 to 100 million
    InventedRegister(Shares shares, int people, long seed) {
        if (people < 1 || people > MAX_PEOPLE) {
            throw new IllegalArgumentException("people must be 1 to %d, was %d".formatted(MAX_PEOPLE, people));
        }
        this.shares = shares;
        this.people = people;
        this.draws = new Draws(seed);
    }

    boolean hasNext() {
        return made < people;
    }

    /// @throws NoSuchElementException after the last
    InventedPerson next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        RegistrationId id = new RegistrationId(draws.id());
        Facts facts = facts(shared());
        return new InventedPerson(made++, id, facts);
    }

    /// The event that is going on, a new one, or what one person alone would have shared.
    private Shared shared() {
        if (event != null && leftInEvent > 0) {
            leftInEvent--;
            return event;
        }
        LocalDate day = FIRST_DAY.plusDays(DAYS * made / people);
        String kind = shares.draw(draws, "unit");
        if (kind.equals("single")) {
            return drawShared(day, kind, null);
        }
        int typical = Integer.parseInt(shares.draw(draws, "event_size"));
        leftInEvent = typical - typical / 2 + draws.below(2 * (typical / 2) + 1) - 1;
        Shared found = drawShared(day, kind, ++events);
        event = found;
        return found;
    }

    private Shared drawShared(LocalDate day, String kind, @Nullable Integer event) {
        String region = shares.draw(draws, "region", kind);
        String forms = shares.draw(draws, "forms", kind);
        String labour = labour(forms);
        return new Shared(
                day,
                kind,
                region,
                shares.draw(draws, "municipality", region),
                forms,
                orNull(shares.draw(draws, "sector", kind + " " + forms)),
                shares.draw(draws, "referred_by", kind + " " + labour),
                orNull(shares.draw(draws, "citizenship", kind)),
                event == null
                        ? null
                        : "HÄNDELSE-%s-%d-%d".formatted(region.toUpperCase(Locale.ROOT), day.getYear(), event));
    }

    private Facts facts(Shared shared) {
        String[] sexAndAge = shares.draw(draws, "who", shared.kind()).split(" ");
        String age = shares.draw(draws, "age", sexAndAge[1]);
        String began = shares.draw(draws, "began", labour(shared.forms()));
        return new Facts(
                shared.day(),
                shared.region(),
                shared.municipality(),
                sexAndAge[0],
                sexAndAge[1],
                age.isEmpty() ? null : shared.day().getYear() - Integer.parseInt(age),
                shared.citizenship(),
                forms(shared.forms()),
                shared.sector(),
                shared.referredBy(),
                shared.event(),
                orNull(began),
                orNull(shares.draw(draws, "setting", began)),
                Integer.parseInt(shares.draw(draws, "children")),
                Boolean.parseBoolean(shares.draw(draws, "amp")),
                Boolean.parseBoolean(shares.draw(draws, "reflection")));
    }

    private static String labour(String forms) {
        return forms.contains("labour") ? "labour" : "no labour";
    }

    private static SortedSet<String> forms(String joined) {
        return joined.isEmpty() ? new TreeSet<>() : new TreeSet<>(Arrays.asList(joined.split(";")));
    }

    private static @Nullable String orNull(String value) {
        return value.isEmpty() ? null : value;
    }

    /// What the members of one event have in common; for somebody alone, their own.
    private record Shared(
            LocalDate day,
            String kind,
            String region,
            String municipality,
            String forms,
            @Nullable String sector,
            String referredBy,
            @Nullable String citizenship,
            @Nullable String event) {}
}
