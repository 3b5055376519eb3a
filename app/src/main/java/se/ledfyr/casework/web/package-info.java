/// The pages on which people are registered, found, read about and put right.
@NullMarked
package se.ledfyr.casework.web;

import org.jspecify.annotations.NullMarked;
