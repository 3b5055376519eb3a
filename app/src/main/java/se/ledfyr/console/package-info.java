/// The commands behind `./ledfyr` that need no browser: tables, import, generate, audit verify.
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "casework",
            "codes",
            "fiction",
            "filing",
            "installation",
            "intake",
            "organisations",
            "people",
            "statistics",
            "surveys"
        })
@NullMarked
package se.ledfyr.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
