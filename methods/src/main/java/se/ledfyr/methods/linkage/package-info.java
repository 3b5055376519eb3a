/// Comparing people's names without caring how somebody happened to write them down.
///
/// The same name reaches a register in several scripts, with or without vowels, family name first or last, and
/// with the spelling of whoever heard it. Everything here is a pure function of its arguments.
@NullMarked
package se.ledfyr.methods.linkage;

import org.jspecify.annotations.NullMarked;
