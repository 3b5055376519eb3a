package se.ledfyr.returns;

import java.util.UUID;

/// One row of an act about many cannot be as it was sent, so that nothing of the act was done.
public class RowFault extends RuntimeException {

    private final UUID row;
    private final String key;

    RowFault(UUID row, String key) {
        super("A row cannot be as it is: " + key);
        this.row = row;
        this.key = key;
    }

    /// The registration or application of the row.
    public UUID row() {
        return row;
    }

    /// Key of what is wrong, in the message files.
    public String key() {
        return key;
    }
}
