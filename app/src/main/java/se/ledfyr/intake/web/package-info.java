/// The pages on which files are brought in and taken out.
@NullMarked
package se.ledfyr.intake.web;

import org.jspecify.annotations.NullMarked;
