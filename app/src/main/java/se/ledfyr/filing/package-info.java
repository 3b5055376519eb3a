/// Taking files of records into tables, whole or not at all: what is new, what changes, what stays.
///
/// Nothing here knows what a record is about. The module that keeps a kind of record declares its table and its
/// rules as a [FiledKind]; everything else, from the copy into a temporary table to the history of what was
/// corrected, is the same for all.
@ApplicationModule(allowedDependencies = {"access", "audit", "organisations", "people"})
@NullMarked
package se.ledfyr.filing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
