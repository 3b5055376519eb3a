/// The page of observations and its file.
@NullMarked
package se.ledfyr.observations.web;

import org.jspecify.annotations.NullMarked;
