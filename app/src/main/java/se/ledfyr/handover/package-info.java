/// Hand-offs of responsibility between organisations: a contract with a clock.
///
/// One organisation **offers** a whole case or one need, the receiver **accepts**, **declines** with a
/// reason or asks, and whoever offered keeps the duty until somebody has accepted. Silence is carried
/// to the office of the region and then to the national coordination, where it is an entry that must be
/// answered. Receivers without an account answer through a link and a code.
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "codes",
            "consent",
            "deadlines",
            "casework",
            "needs",
            "organisations",
            "organisations :: views",
            "pages",
            "people"
        })
@NullMarked
package se.ledfyr.handover;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
