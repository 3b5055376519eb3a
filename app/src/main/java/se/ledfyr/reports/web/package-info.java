/// The report as browsers see it: the page itself, two versions of a table beside each other, and
/// the editor's pages.
@NullMarked
package se.ledfyr.reports.web;

import org.jspecify.annotations.NullMarked;
