/// How this copy of Ledfyr is installed: its data folder, its secrets and the database it talks to.
///
/// Without other instruction an embedded PostgreSQL runs in the data folder; the same roles, migrations and SQL
/// serve an existing server. Nothing here knows what the data means.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package se.ledfyr.installation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
