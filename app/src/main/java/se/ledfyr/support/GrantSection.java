package se.ledfyr.support;

import java.util.Optional;
import se.ledfyr.casework.CaseSection;
import se.ledfyr.pages.Texts;

/// What a module above shows on the page of somebody in the programme, `/support/grants/{id}`. Every bean of this
/// type is asked once a request, in order; only where the reader may see the course.
///
/// The page writes each as `<section id="{anchor}"><h2>{title}</h2>…piece…</section>`.
public interface GrantSection {

    /// Lower comes first.
    int order();

    /// What to show; empty when there is nothing the reader should see.
    ///
    /// @param texts in the reader's language
    Optional<CaseSection.View> of(Course course, Texts texts);
}
