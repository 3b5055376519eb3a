package se.ledfyr.pages;

import java.util.Map;

/// A part of a page that another module contributes: its own template with what it shows.
///
/// @param template as a view is named, `needs/case-section`; the file lies in the contributing module's folder
/// @param model the template's parameters without `page`, which every template is given
public record Piece(String template, Map<String, Object> model) {

    public Piece {
        model = Map.copyOf(model);
    }

    /// Says which template; what it shows may be about a person.
    @Override
    public String toString() {
        return "Piece[" + template + "]";
    }
}
