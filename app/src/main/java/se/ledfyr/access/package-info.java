/// On whose behalf work is done, what that allows, and how somebody proves who they are.
///
/// The acting organisation is bound once at the edge and told to PostgreSQL when a transaction begins; with nothing
/// bound there are no rows.
@ApplicationModule(allowedDependencies = {"codes", "installation", "organisations", "pages"})
@NullMarked
package se.ledfyr.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
