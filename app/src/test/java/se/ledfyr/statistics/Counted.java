package se.ledfyr.statistics;

import java.util.UUID;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.personas.Personas;

/// Registrations in the shared house, for tests that need figures.
public final class Counted {

    private Counted() {}

    /// Registers somebody at a persona's organisation.
    ///
    /// @param day as `2021-05-01`
    public static UUID person(Personas.Place place, String day, String form) {
        UUID organisation = place.id().value();
        UUID person = UUID.randomUUID();
        UUID registration = UUID.randomUUID();
        TestInstallation.owner()
                .sql("insert into people.person (id, organisation, created_at) values (?, ?, now())")
                .params(person, organisation)
                .update();
        TestInstallation.owner()
                .sql("""
                insert into casework.registration (id, organisation, person_id, registered_on, region, sex, age_group, forms,
                    referred_by, children_accompanying, amp_requested, created_at, changed_at)
                values (?, ?, ?, ?::date, 'nord', 'female', 'adult', array[?], 'police', 2, true, now(), now())
                """)
                .params(registration, organisation, person, day, form)
                .update();
        return registration;
    }
}
