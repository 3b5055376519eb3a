package se.ledfyr.pages;

import java.util.Optional;

/// Something a module shows on the start page, between what one mostly does and the rooms. Every bean of this type is
/// asked with each request for the page; it answers within a few milliseconds or not at all.
///
/// Its template writes a `<section aria-labelledby="…">` with an `<h2>`.
public interface StartPart {

    /// Lower comes first. What cannot wait has less than 100.
    int order();

    /// What to show to whoever is bound to this request; empty when there is nothing for them.
    ///
    /// @param texts in the reader's language
    Optional<Piece> of(Texts texts);
}
