/// Reflection periods and, in time, other permits that somebody applied for.
@ApplicationModule(allowedDependencies = {"access", "audit", "casework", "filing", "organisations"})
@NullMarked
package se.ledfyr.permits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
