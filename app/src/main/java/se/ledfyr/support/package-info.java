/// The national support programme at work: applications, decisions, days, homes and how it ended.
///
/// Somebody **applies** for a person, the programme's own office **decides**, and the days of rest and integration are
/// kept in a ledger that counts them against the grant. Homes have numbered places that are never given to two. A grant
/// itself, as it is counted, belongs to `programmes`; what is here points to it.
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "casework",
            "casework :: views",
            "codes",
            "consent",
            "deadlines",
            "organisations",
            "organisations :: views",
            "pages",
            "people",
            "programmes",
            "programmes :: views"
        })
@NullMarked
package se.ledfyr.support;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
