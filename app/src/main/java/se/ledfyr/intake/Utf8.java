package se.ledfyr.intake;

/// Follows bytes and tells where they stop being UTF-8: the table of well-formed sequences, one byte at a time.
final class Utf8 {

    private static final int LOWEST_CONTINUATION = 0x80;
    private static final int HIGHEST_CONTINUATION = 0xBF;

    private int missing;
    private int lowest = LOWEST_CONTINUATION;
    private int highest = HIGHEST_CONTINUATION;

    /// Whether a character is under way.
    boolean isInside() {
        return missing > 0;
    }

    /// @param b one byte, 0 to 255
    /// @return false when the byte cannot stand here; the next one is then looked at afresh
    boolean accepts(int b) {
        if (missing > 0) {
            boolean fits = b >= lowest && b <= highest;
            missing = fits ? missing - 1 : 0;
            expectAny();
            return fits;
        }
        return b < LOWEST_CONTINUATION || starts(b);
    }

    private boolean starts(int b) {
        if (b >= 0xC2 && b <= 0xDF) {
            missing = 1;
        } else if (b >= 0xE0 && b <= 0xEF) {
            missing = 2;
            // Neither overlong forms nor halves of surrogate pairs.
            lowest = b == 0xE0 ? 0xA0 : LOWEST_CONTINUATION;
            highest = b == 0xED ? 0x9F : HIGHEST_CONTINUATION;
        } else if (b >= 0xF0 && b <= 0xF4) {
            missing = 3;
            lowest = b == 0xF0 ? 0x90 : LOWEST_CONTINUATION;
            highest = b == 0xF4 ? 0x8F : HIGHEST_CONTINUATION;
        }
        return missing > 0;
    }

    private void expectAny() {
        lowest = LOWEST_CONTINUATION;
        highest = HIGHEST_CONTINUATION;
    }
}
