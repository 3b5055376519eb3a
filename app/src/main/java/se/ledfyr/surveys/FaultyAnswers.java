package se.ledfyr.surveys;

import java.util.List;

/// Answers that cannot be: nothing was stored.
public class FaultyAnswers extends RuntimeException {

    private final transient List<Fault> faults;

    public FaultyAnswers(List<Fault> faults) {
        super(faults.size() + " faults");
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
