/// One mechanism for every time limit: rules as data, clocks that run, letters that remind, a calendar.
///
/// A clock belongs to an organisation and to a thing of which this module knows a kind and an identifier. What happens
/// when its time comes is said by the module whose thing it is, in a [ClockHandler].
@ApplicationModule(allowedDependencies = {"access", "audit", "codes", "installation", "organisations", "pages"})
@NullMarked
package se.ledfyr.deadlines;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
