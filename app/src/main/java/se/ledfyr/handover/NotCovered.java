package se.ledfyr.handover;

import java.util.List;
import se.ledfyr.casework.CaseId;

/// Nothing was offered: for some of those who were chosen no consent of today covers what should go along.
public class NotCovered extends RuntimeException {

    private final transient List<CaseId> cases;

    NotCovered(List<CaseId> cases) {
        super("No live consent covers this for some of those who were chosen");
        this.cases = List.copyOf(cases);
    }

    /// Whose consent is missing.
    public List<CaseId> cases() {
        return cases;
    }
}
