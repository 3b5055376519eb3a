package se.ledfyr.casework;

import java.util.List;

/// A case cannot be closed while something stands in the way.
public class NotYetClosable extends RuntimeException {

    private final transient List<String> obstacles;

    NotYetClosable(List<String> obstacles) {
        super("The case is not ready to be closed");
        this.obstacles = List.copyOf(obstacles);
    }

    /// Keys of messages that say what stands in the way.
    public List<String> obstacles() {
        return obstacles;
    }
}
