/// National tables, declared as data and evaluated by one engine; closed years and their revisions.
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "budget :: views",
            "casework :: views",
            "codes",
            "codes :: views",
            "consent :: views",
            "justice :: views",
            "needs :: views",
            "organisations",
            "pages",
            "permits :: views",
            "programmes :: views",
            "surveys",
            "surveys :: views"
        })
@NullMarked
package se.ledfyr.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
