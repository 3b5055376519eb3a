package se.ledfyr.pages;

/// Who is signed in, as the layout shows it.
public record Visitor(String name, String organisation) {

    /// Names stay out of logs.
    @Override
    public String toString() {
        return "Visitor";
    }
}
