/// The yearly contacts as browsers see them: quick entry made from the questionnaires, lists, what the platform
/// compiles.
@NullMarked
package se.ledfyr.surveys.web;

import org.jspecify.annotations.NullMarked;
