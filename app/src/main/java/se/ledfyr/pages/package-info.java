/// How pages are put together: layout, languages, the view resolver for JTE, errors, and a start page made of what the
/// rooms offer.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package se.ledfyr.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
