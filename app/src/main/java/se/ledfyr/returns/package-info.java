/// The return programme at work: applications that only a regional coordinator opens, the decision of whoever carries
/// out returns, and the course before, during and after the journey, for one person or for forty at once.
///
/// An application is a thin row without a name, seen by its two ends. Who it is about each end keeps for itself;
/// identity goes along through the gate of [se.ledfyr.consent] and is adopted on admission. What is counted is the
/// grant in [se.ledfyr.programmes], which an admission makes.
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "casework",
            "codes",
            "consent",
            "deadlines",
            "organisations",
            "pages",
            "people",
            "programmes"
        })
@NullMarked
package se.ledfyr.returns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
