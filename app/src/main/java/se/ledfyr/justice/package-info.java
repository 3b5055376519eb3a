/// The legal process of somebody in a case: reports to the police and how far each has come, counsel,
/// rights, compensation, and claims for wages that were never paid.
///
/// All of it is the organisation's own file. What a report is called at the police and who investigates
/// is sealed with the person's key; sums of claims are computed from their lines whenever they are
/// shown, never stored.
@ApplicationModule(
        allowedDependencies = {"access", "audit", "casework", "codes", "deadlines", "organisations", "pages", "people"})
@NullMarked
package se.ledfyr.justice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
