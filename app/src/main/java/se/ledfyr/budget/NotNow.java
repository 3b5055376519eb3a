package se.ledfyr.budget;

/// Something that cannot be done to an account as it stands, such as booking in one that is closed.
public final class NotNow extends RuntimeException {

    private final String key;

    NotNow(String key) {
        super(key);
        this.key = key;
    }

    /// Key of what to tell whoever asked, in the message files.
    public String key() {
        return key;
    }
}
