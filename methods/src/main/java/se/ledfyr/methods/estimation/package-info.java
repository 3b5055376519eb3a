/// How many people no list holds: multiple systems estimation on overlapping lists. The question, the
/// assumptions, the formulas and the sources stand in `docs/methods/estimation.md`.
@NullMarked
package se.ledfyr.methods.estimation;

import org.jspecify.annotations.NullMarked;
