/// What the platform of civil society can tell authorities and the public: how often and how slowly authorities answer,
/// who was found in detention or left before anybody applied for them, which needs nobody met, how long people wait;
/// out of the work with cases and out of what organisations answer once a year. In sums over views, about nobody, and
/// never about few.
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "casework :: views",
            "codes",
            "needs :: views",
            "organisations",
            "pages",
            "permits :: views",
            "support :: views",
            "surveys",
            "surveys :: views"
        })
@NullMarked
package se.ledfyr.observations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
