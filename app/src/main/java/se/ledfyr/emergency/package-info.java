/// Cases sealed to named members, and the glass that may be broken in an emergency.
///
/// What is sealed is hidden by PostgreSQL and not here: a rule on every table that leads to a person leaves it out
/// for whoever is not named. This module says who is named, opens for some hours what somebody means exactly, tells
/// others of it at once and lets them judge it.
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "organisations",
            "organisations :: views",
            "people",
            "deadlines",
            "casework",
            "pages",
            "programmes",
            "returns",
            "support"
        })
@NullMarked
package se.ledfyr.emergency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
