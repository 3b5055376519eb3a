package se.ledfyr.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/// Facts of fictional people, for tests that need some.
public final class TestFacts {

    private TestFacts() {}

    public static Facts of(int year) {
        return withForms(year, "labour");
    }

    public static Facts on(LocalDate day) {
        return facts(day, "labour");
    }

    public static Facts withForms(int year, String... forms) {
        return facts(LocalDate.of(year, 6, 15), forms);
    }

    /// The place in a list right before a registration, so that it comes first however many others there are.
    public static WorkListPage.Place rightBefore(RegistrationId id, LocalDate day) {
        UUID value = id.value();
        return new WorkListPage.Place(
                day, new UUID(value.getMostSignificantBits(), value.getLeastSignificantBits() + 1));
    }

    private static Facts facts(LocalDate day, String... forms) {
        return new Facts(
                day,
                "nord",
                "2480",
                "male",
                "adult",
                1990,
                "TH",
                new TreeSet<>(List.of(forms)),
                "berry_picking",
                "police",
                null,
                "work_recruitment",
                "offline",
                0,
                true,
                false);
    }
}
