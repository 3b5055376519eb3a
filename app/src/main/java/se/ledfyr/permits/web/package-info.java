/// The pages of reflection periods and permits: the list of what runs, one application, and what belongs to a case.
@NullMarked
package se.ledfyr.permits.web;

import org.jspecify.annotations.NullMarked;
