/// The pages of the legal process: reports and how far they have come, counsel, rights and
/// compensation, wage claims for one person and for everybody found at an event.
@NullMarked
package se.ledfyr.justice.web;

import org.jspecify.annotations.NullMarked;
