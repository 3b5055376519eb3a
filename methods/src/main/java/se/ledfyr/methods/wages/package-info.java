/// What somebody should have been paid for their work, line by line, in whole öre and without floating
/// point.
@NullMarked
package se.ledfyr.methods.wages;

import org.jspecify.annotations.NullMarked;
