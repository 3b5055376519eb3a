/// The pages about money. Thin: they translate between forms and the module's services.
@NullMarked
package se.ledfyr.budget.web;

import org.jspecify.annotations.NullMarked;
