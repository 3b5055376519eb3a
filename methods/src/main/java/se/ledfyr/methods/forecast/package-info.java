/// What a programme will cost to the end of its year: people who come one by one, groups that come all
/// at once, and what each of them costs. The question, the assumptions and the sources stand in
/// `docs/methods/money-forecast.md`.
@NullMarked
package se.ledfyr.methods.forecast;

import org.jspecify.annotations.NullMarked;
