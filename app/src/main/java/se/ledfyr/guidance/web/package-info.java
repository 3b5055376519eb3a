/// The pages of the manual and of plans: reading an edition, the plan of a case, and tasks.
@NullMarked
package se.ledfyr.guidance.web;

import org.jspecify.annotations.NullMarked;
