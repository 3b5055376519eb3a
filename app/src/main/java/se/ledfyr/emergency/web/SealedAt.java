package se.ledfyr.emergency.web;

import se.ledfyr.casework.RegistrationId;
import se.ledfyr.people.PersonId;

/// Where somebody's seal is decided about: beside their registration, or at an address of its own for somebody who
/// has none.
///
/// @param path of the page
/// @param home where the page leads back to
public record SealedAt(String path, String home) {

    static SealedAt of(RegistrationId registration) {
        String home = "/registrations/" + registration.value();
        return new SealedAt(home + "/seal", home);
    }

    static SealedAt of(PersonId person) {
        return new SealedAt("/people/" + person.value() + "/seal", "/emergency/sealed");
    }
}
