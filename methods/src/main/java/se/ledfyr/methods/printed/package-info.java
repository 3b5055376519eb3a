/// Checking printed figures against each other: sums, shares, changes, and the same thing said in two
/// places.
@NullMarked
package se.ledfyr.methods.printed;

import org.jspecify.annotations.NullMarked;
