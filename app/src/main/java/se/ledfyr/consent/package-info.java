/// What people have said may be told to whom, and what went: the ledger of consents and lawful grounds.
///
/// Everything that passes between organisations about a person passes [se.ledfyr.consent.ConsentGate]; the
/// database refuses what does not. Beside it stand two records without anybody's identity: advice that was asked
/// for, and adults who said no.
@ApplicationModule(allowedDependencies = {"access", "audit", "codes", "organisations", "people", "casework", "pages"})
@NullMarked
package se.ledfyr.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
