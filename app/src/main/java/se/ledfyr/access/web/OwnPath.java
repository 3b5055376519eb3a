package se.ledfyr.access.web;

/// An address on this site, as somebody else may have written it.
final class OwnPath {

    private static final int MAX_LENGTH = 300;

    private OwnPath() {}

    /// The path if it leads to this site and nowhere else; else the start page.
    static String orStart(String path) {
        boolean own = path.startsWith("/")
                && !path.startsWith("//")
                && path.length() <= MAX_LENGTH
                && path.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\' && c != '{' && c != '}');
        return own ? path : "/";
    }
}
