/// Support that people were granted by the two programmes: the national support programme and the return programme.
@ApplicationModule(allowedDependencies = {"access", "audit", "casework", "filing", "organisations", "people"})
@NullMarked
package se.ledfyr.programmes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
