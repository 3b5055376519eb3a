/// Identity, sealed per person: the only module that holds names and identifiers.
///
/// Facts live in [se.ledfyr.casework] and know a person by id. Candidates for being the same person are found
/// through keyed tokens, never by opening the table.
@ApplicationModule(allowedDependencies = {"installation", "access", "audit", "organisations"})
@NullMarked
package se.ledfyr.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
