/// The ledger of needs: what a person in a case needs, who owes it to them at every moment, what was given and by whom,
/// and their children, who are always asked for.
///
/// An open need is owed by exactly one organisation at every instant of its life; the database keeps that, not this
/// code.
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "casework",
            "casework :: views",
            "codes",
            "deadlines",
            "organisations",
            "organisations :: views",
            "pages",
            "people"
        })
@NullMarked
package se.ledfyr.needs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
