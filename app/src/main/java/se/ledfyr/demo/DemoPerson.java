package se.ledfyr.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.ledfyr.casework.Facts;
import se.ledfyr.people.Identity;
import se.ledfyr.people.Protection;

/// Somebody who does not exist, registered in the demo so that there is a name to look for.
///
/// @param age in the year of registration, so that children stay children however late the demo is founded
/// @param sector empty where it is not known
/// @param daysAgo when they were registered, counted back from the day the demo was founded
record DemoPerson(
        String name,
        List<String> aliases,
        String sex,
        String ageGroup,
        int age,
        String citizenship,
        String form,
        String sector,
        String referredBy,
        String municipality,
        @Nullable Protection protection,
        int daysAgo) {

    /// A dozen people with names in several scripts. Two of them may be one person written in two ways.
    static List<DemoPerson> list() {
        return List.of(
                adult("Олена Ковальчук", List.of("Lena"), "female", 32, "UA", "sexual", "hospitality", "2480", 3),
                adult("Olena Kovalchuk", List.of(), "female", 31, "UA", "sexual", "hospitality", "2482", 41),
                adult("Somchai Wongsakul", List.of("สมชาย"), "male", 44, "TH", "labour", "berry_picking", "2482", 64),
                adult("مريم الحداد", List.of("Maryam al-Haddad"), "female", 36, "SY", "labour", "cleaning", "2480", 9),
                adult(
                        "Nguyễn Thị Hồng",
                        List.of("Hong"),
                        "female",
                        28,
                        "VN",
                        "labour",
                        "household_au_pair",
                        "2580",
                        17),
                adult("Ion Popescu-Provman", List.of("Nelu"), "male", 50, "RO", "begging", "", "2580", 22),
                adult("ጽጌ ተስፋዬ", List.of("Tsige Tesfaye"), "female", 33, "ER", "labour", "hospitality", "2284", 28),
                adult("Maria Påhittad Santos", List.of(), "female", 39, "BR", "sexual", "massage", "2281", 33),
                adult("Tadeusz Zmyślony", List.of(), "male", 57, "PL", "labour", "construction", "2462", 37),
                young("Amina Provsson", "female", 16, "SO", "sexual", "2480", 12),
                young("Li Wei", "male", 17, "CN", "criminal", "2580", 50),
                new DemoPerson(
                        "Elsa Skyddad",
                        List.of("Elisabeth"),
                        "female",
                        "adult",
                        41,
                        "SE",
                        "sexual",
                        "",
                        "social_services",
                        "2480",
                        Protection.PROTECTED_REGISTRATION,
                        5));
    }

    private static DemoPerson adult(
            String name,
            List<String> aliases,
            String sex,
            int age,
            String citizenship,
            String form,
            String sector,
            String municipality,
            int daysAgo) {
        return new DemoPerson(
                name, aliases, sex, "adult", age, citizenship, form, sector, "police", municipality, null, daysAgo);
    }

    private static DemoPerson young(
            String name, String sex, int age, String citizenship, String form, String municipality, int daysAgo) {
        return new DemoPerson(
                name,
                List.of(),
                sex,
                "child",
                age,
                citizenship,
                form,
                "",
                "social_services",
                municipality,
                null,
                daysAgo);
    }

    Identity identity() {
        return Identity.named(name, aliases.toArray(String[]::new));
    }

    /// What was registered, counted back from `today`.
    Facts facts(LocalDate today) {
        LocalDate day = today.minusDays(daysAgo);
        return new Facts(
                day,
                "nord",
                municipality,
                sex,
                ageGroup,
                day.getYear() - age,
                citizenship,
                new TreeSet<>(List.of(form)),
                sector.isEmpty() ? null : sector,
                referredBy,
                null,
                null,
                null,
                0,
                false,
                false);
    }

    /// Never who it is: the demo is written like the real thing.
    @Override
    public String toString() {
        return "DemoPerson";
    }
}
