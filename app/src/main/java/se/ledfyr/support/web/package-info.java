/// The pages of the support programme.
@NullMarked
package se.ledfyr.support.web;

import org.jspecify.annotations.NullMarked;
