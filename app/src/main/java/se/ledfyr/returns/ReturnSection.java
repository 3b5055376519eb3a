package se.ledfyr.returns;

import java.util.Optional;
import se.ledfyr.casework.CaseSection;
import se.ledfyr.pages.Texts;

/// What a module above shows on the page of a return, `/returns/{id}`. Every bean of this type is asked once a
/// request, in order; only where the reader may see the return.
public interface ReturnSection {

    /// Lower comes first.
    int order();

    /// What to show; empty when there is nothing the reader should see.
    ///
    /// @param file the return, with whom it is about in the reader's own keeping
    /// @param texts in the reader's language
    Optional<CaseSection.View> of(ReturnFile file, Texts texts);
}
