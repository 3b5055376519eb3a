/// Pages for breaking the glass, for being told of it and judging it, and for sealing a case.
@NullMarked
package se.ledfyr.emergency.web;

import org.jspecify.annotations.NullMarked;
