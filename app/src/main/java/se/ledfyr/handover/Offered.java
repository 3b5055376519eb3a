package se.ledfyr.handover;

import se.ledfyr.casework.CaseId;
import se.ledfyr.needs.NeedId;

/// What somebody wants to offer: a whole case, whose responsibility then moves, or one need, while the case
/// stays.
public sealed interface Offered {

    /// The whole case.
    record WholeCase(CaseId id) implements Offered {}

    /// One need of it.
    record OneNeed(NeedId id) implements Offered {}
}
