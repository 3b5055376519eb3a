/// Events, registrations, exposure and assessment: the facts about people who may be exploited.
@ApplicationModule(
        allowedDependencies = {"access", "audit", "codes", "deadlines", "filing", "organisations", "people", "pages"})
@NullMarked
package se.ledfyr.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
