/// The append-only, hash-chained record of who saw and changed what. A request whose record cannot be written fails.
@ApplicationModule(allowedDependencies = {"access", "organisations", "organisations :: views", "pages"})
@NullMarked
package se.ledfyr.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
