package se.ledfyr.casework;

import java.util.Optional;
import se.ledfyr.pages.Texts;

/// What a module shows on a person's page, `/registrations/{id}`. Every bean of this type is asked once
/// a request, in order, where the reader may see the person. The page writes it as it writes a
/// [CaseSection].
public interface PersonSection {

    /// Lower comes first.
    int order();

    /// What to show; empty when there is nothing the reader should see.
    ///
    /// @param texts in the reader's language
    Optional<CaseSection.View> of(Registration registration, Texts texts);
}
