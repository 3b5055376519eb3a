package se.ledfyr.support;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import se.ledfyr.deadlines.Rules;

/// How many days a time in the programme may have at most, by the rule that held on a day.
@Component
public class Limits {

    private final Rules rules;

    Limits(Rules rules) {
        this.rules = rules;
    }

    /// @param granted the day of the decision
    /// @throws IllegalArgumentException when there was no such rule then
    public int of(Phase phase, LocalDate granted) {
        return rules.get(phase.rule(), granted).amount();
    }
}
