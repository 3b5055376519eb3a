/// SQL views that other modules may read; the tables behind them stay private.
@NamedInterface("views")
@NullMarked
package se.ledfyr.surveys.views.tables;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
