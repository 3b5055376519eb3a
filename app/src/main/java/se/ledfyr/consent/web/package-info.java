/// Pages for consents, for what was shared, for consultations and for the notices of those who said no.
@NullMarked
package se.ledfyr.consent.web;

import org.jspecify.annotations.NullMarked;
