package se.ledfyr.surveys.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ledfyr.pages.Option;

/// One question as it is drawn. Public for the templates alone.
///
/// @param key of the question, and name of its field
/// @param look how it is asked
/// @param options what can be chosen, with what is chosen now; not known and not asked are among them
/// @param value what stands in the field beside the options
/// @param isNew whether nobody asked it the year before
/// @param when `exposure:direct has_children:true`: what others must say for it to be asked; empty for always
/// @param whenInWords the same for readers; empty for always
/// @param among key of the question whose choices are left here; null for any
/// @param mark where the answer comes from or that it is missing, in words; null without
public record Field(
        String key,
        Look look,
        String label,
        @Nullable String hint,
        List<Option> options,
        String value,
        boolean isNew,
        String when,
        String whenInWords,
        @Nullable String among,
        @Nullable String mark,
        @Nullable String error) {

    public Field {
        options = List.copyOf(options);
    }

    /// How a question is asked.
    public enum Look {
        /// One of few, side by side or below each other.
        RADIO,
        /// Any of several.
        CHECKS,
        /// One of many, in a list.
        SELECT,
        /// A number, or that it is not known.
        NUMBER,
        /// One that others used, or a new name.
        NAME
    }

    /// Whether the options are short enough to stand beside each other.
    public boolean isInline() {
        return options.stream().mapToInt(option -> option.label().length()).sum() <= 40;
    }
}
