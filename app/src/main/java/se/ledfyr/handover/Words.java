package se.ledfyr.handover;

/// What people write to each other about an offer: it may hold control characters no more than a name may.
final class Words {

    static final int MAX_LENGTH = 2_000;

    private Words() {}

    /// @throws IllegalArgumentException when nothing is said, or too much; the message holds no word of it
    static String required(String text) {
        String kept = optional(text);
        if (kept.isEmpty()) {
            throw new IllegalArgumentException("Something must be said");
        }
        return kept;
    }

    static String optional(String text) {
        String kept = text.strip();
        if (kept.length() > MAX_LENGTH || kept.chars().anyMatch(Words::isUnseen)) {
            throw new IllegalArgumentException("At most %d characters that can be seen".formatted(MAX_LENGTH));
        }
        return kept;
    }

    static boolean isGiven(String text) {
        try {
            required(text);
            return true;
        } catch (IllegalArgumentException cannotBeKept) {
            return false;
        }
    }

    private static boolean isUnseen(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t';
    }
}
