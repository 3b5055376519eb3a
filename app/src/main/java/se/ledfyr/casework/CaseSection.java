package se.ledfyr.casework;

import java.util.Optional;
import se.ledfyr.pages.Piece;
import se.ledfyr.pages.Texts;

/// What a module shows on the page of a case, `/cases/{id}`. Every bean of this type is asked once a
/// request, in order.
///
/// The page writes each section as `<section id="{anchor}"><h2>{title}</h2>…piece…</section>` and links
/// to it from its top, so a piece begins with content and uses headings from `<h3>` on. A section comes
/// back to itself with a redirect to `/cases/{id}#{anchor}`. It is asked only where the reader may see
/// the case; whether the reader's organisation holds it, or only has a dossier in it, is
/// `file.isHeldBy(…)`. All sections are asked in the transaction of the page, so what a service throws
/// must not be caught here: the page could not be finished.
public interface CaseSection {

    /// Lower comes first. Needs 100, plan 200, hand-over 300, deadlines 400, consent 500; who is
    /// accountable and what happened comes last with 900.
    int order();

    /// What to show of a case; empty when there is nothing the reader should see.
    ///
    /// @param texts in the reader's language
    Optional<View> of(CaseFile file, Texts texts);

    /// @param anchor name of the section in the page's address: small letters and hyphens, unique on the page
    /// @param title its heading, in the reader's language
    record View(String anchor, String title, Piece piece) {}
}
