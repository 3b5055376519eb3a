package se.ledfyr.deadlines;

/// What a letter says.
record Letter(String textKey, String reference, String path) {

    /// Without the path: it may hold a secret that lets its reader in.
    @Override
    public String toString() {
        return "Letter[" + textKey + "]";
    }
}
