/// Measuring the whole house under load, on this machine alone and for a bounded time.
@NullMarked
package se.ledfyr.benchmarks;

import org.jspecify.annotations.NullMarked;
