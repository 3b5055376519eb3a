package se.ledfyr.guidance;

/// One recommended action of the manual.
///
/// @param id stays the same from edition to edition, so that what was marked goes along when a plan moves
/// @param child whether it is meant for children, and for everybody whose age is not sure
public record Advice(String id, Worded text, boolean child) {

    public Advice {
        if (!id.matches("[a-z0-9-]{3,60}")) {
            throw new IllegalArgumentException("an action is named by 3-60 of a-z, 0-9 and -, was " + id);
        }
    }
}
