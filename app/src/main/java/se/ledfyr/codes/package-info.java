/// Time-versioned code lists with labels in both languages: forms of exploitation, regions, municipalities, countries.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package se.ledfyr.codes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
