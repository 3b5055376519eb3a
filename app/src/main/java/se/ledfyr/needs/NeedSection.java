package se.ledfyr.needs;

import java.util.Optional;
import se.ledfyr.casework.CaseSection;
import se.ledfyr.pages.Texts;

/// What a module above shows on the page of a need, `/needs/{id}`, in the way of [CaseSection] and under the same
/// rules. It is asked only where the reader may see the need; who owes it is `need.owedBy()`.
public interface NeedSection {

    /// Lower comes first.
    int order();

    /// What to show of a need; empty when there is nothing the reader should see.
    Optional<CaseSection.View> of(Need need, Texts texts);
}
