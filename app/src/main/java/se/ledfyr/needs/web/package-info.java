/// The pages of needs and children: the list of what is owed, one need with what was given, and the sections on the
/// page of a case.
@NullMarked
package se.ledfyr.needs.web;

import org.jspecify.annotations.NullMarked;
