/// Pages of hand-offs: boxes, one offer, many in one act, the way in without an account, and the country's
/// chairs.
@NullMarked
package se.ledfyr.handover.web;

import org.jspecify.annotations.NullMarked;
