/// Files in and out: rules, faults by line and column, whole files or nothing.
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "casework",
            "codes",
            "filing",
            "installation",
            "organisations",
            "organisations :: views",
            "pages",
            "surveys"
        })
@NullMarked
package se.ledfyr.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
