/// Ledfyr, the working system of a national referral mechanism. Every folder below is a module.
@NullMarked
package se.ledfyr;

import org.jspecify.annotations.NullMarked;
