/// Invented registers of any size, for trying out, teaching and measuring: people who do not exist, with the shares
/// of a real file.
@ApplicationModule(allowedDependencies = {"access", "audit", "casework", "codes", "organisations", "people"})
@NullMarked
package se.ledfyr.fiction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
