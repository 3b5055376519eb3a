/// The national manual as content with editions, and the plan an organisation makes of it for a case: what has been
/// done, what does not fit, and tasks with somebody who sees to them. Nothing is compulsory and nothing has an
/// order.
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "casework",
            "codes",
            "deadlines",
            "needs",
            "organisations",
            "pages",
            "people"
        })
@NullMarked
package se.ledfyr.guidance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
