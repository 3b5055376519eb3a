/// The yearly report of civil society's contacts: chapters, tables and figures over what
/// `statistics` counts, and texts whose numbers are names of cells. Nothing is counted here.
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "codes",
            "organisations",
            "pages",
            "statistics",
            "statistics :: labels",
            "surveys"
        })
@NullMarked
package se.ledfyr.reports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
