/// The tables as browsers see them: lists, tables, drawings, and the closing of years.
@NullMarked
package se.ledfyr.statistics.web;

import org.jspecify.annotations.NullMarked;
