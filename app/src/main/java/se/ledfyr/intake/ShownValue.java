package se.ledfyr.intake;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How much of a wrong cell is shown back. Somebody may have put a name or a number that leads to a person where a code
/// belongs, and the list of faults is sent around more freely than the file: only what looks like a misspelt code is
/// shown.
final class ShownValue {

    private static final int MAX_LENGTH = 40;
    private static final Pattern CODE_LIKE = Pattern.compile("[ ]?[\\p{L}\\p{N}_;:.,/+=@|!?()\\-]*[ ]?");
    private static final Pattern MAY_LEAD_TO_A_PERSON = Pattern.compile(".*([0-9]{6,}|[0-9]{6,8}[-+][0-9]{4}|.@.).*");
    private static final Pattern ID_LIKE = Pattern.compile("[0-9a-fA-F-]{32,36}");

    private ShownValue() {}

    /// The cell as it can be shown, with spaces at its ends made visible and a formula made harmless.
    ///
    /// @return null when it is better not shown
    static @Nullable String of(String cell) {
        if (cell.isEmpty()
                || cell.length() > MAX_LENGTH
                || !CODE_LIKE.matcher(cell).matches()) {
            return null;
        }
        if (MAY_LEAD_TO_A_PERSON.matcher(cell).matches()
                && !ID_LIKE.matcher(cell).matches()) {
            return null;
        }
        return Defused.cell(cell.replace(' ', '␠'));
    }
}
