package se.ledfyr.reports.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ledfyr.reports.TextFault;
import se.ledfyr.reports.TextVersion;

/// What stands in the form of a text.
///
/// @param version the version that it will follow
/// @param bare what looks like a count and is bound to nothing
/// @param theirs what somebody else has written meanwhile; null where nobody has
public record TextForm(
        int version,
        String sv,
        String en,
        List<TextFault> bare,
        @Nullable TextVersion theirs) {

    public TextForm {
        bare = List.copyOf(bare);
    }

    static TextForm of(TextVersion last) {
        return new TextForm(last.version(), last.sv(), last.en(), List.of(), null);
    }

    TextForm warned(List<TextFault> found) {
        return new TextForm(version, sv, en, found, theirs);
    }

    TextForm against(TextVersion other) {
        return new TextForm(other.version(), sv, en, bare, other);
    }
}
