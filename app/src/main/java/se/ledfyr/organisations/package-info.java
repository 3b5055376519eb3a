/// Who takes part in the mechanism: authorities, coordination offices, civil society, and their members.
@ApplicationModule(allowedDependencies = {"installation"})
@NullMarked
package se.ledfyr.organisations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
