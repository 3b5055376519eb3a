package se.ledfyr.handover;

import org.jspecify.annotations.Nullable;
import se.ledfyr.casework.CaseId;
import se.ledfyr.needs.NeedId;

/// What is offered, without anything that tells who it is about.
///
/// @param need the one need that is offered; null when it is the whole case
/// @param needType code of list `need_support`; null for a whole case
/// @param acute whether somebody is in danger or without a roof now
/// @param childRoute whether the rules for children hold, as they do when the age is not sure
/// @param region a code of `police_region`
/// @param municipality four digits
public record Matter(
        CaseId caseId,
        @Nullable NeedId need,
        @Nullable String needType,
        boolean acute,
        boolean childRoute,
        String region,
        @Nullable String municipality) {

    public Matter {
        if ((need == null) != (needType == null)) {
            throw new IllegalArgumentException("A need has a type, a whole case has none");
        }
    }

    public boolean isWholeCase() {
        return need == null;
    }
}
