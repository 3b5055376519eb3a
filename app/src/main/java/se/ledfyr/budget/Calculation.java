package se.ledfyr.budget;

import java.util.function.Supplier;

/// An answer that takes time, before it is reckoned. All that it follows from has been read, so that it can be
/// reckoned without the database.
///
/// @param inputs fingerprint of everything that it follows from, the method among it
/// @param answer reckons it
record Calculation<T>(String inputs, Supplier<T> answer) {}
