/// Reflection periods from the question who can have one to what followed on it, and what people may stay in the
/// country on.
///
/// An application is a thin thing without anybody's name that two ends see: who applied, and the coordination office
/// of the region, where it is counted. What is decided reaches `permits.reflection_period`, where statistics counts, in
/// the same transaction, by the database.
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "casework",
            "casework :: views",
            "codes",
            "deadlines",
            "filing",
            "organisations",
            "organisations :: views",
            "pages",
            "people"
        })
@NullMarked
package se.ledfyr.permits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
