package se.ledfyr.support;

import se.ledfyr.programmes.SupportFacts;

/// A time in the programme. The names are stored.
public enum Phase {
    REST("nsp_rest", SupportFacts.REST),
    INTEGRATION("nsp_integration", SupportFacts.INTEGRATION);

    private final String rule;
    private final String component;

    Phase(String rule, String component) {
        this.rule = rule;
        this.component = component;
    }

    /// The rule of time that says how many days there are at most, and the kind of the clock that runs.
    public String rule() {
        return rule;
    }

    /// The component of a grant that allows it, a code of `nsp_component`.
    public String component() {
        return component;
    }

    /// How many days of it somebody was granted.
    public int daysOf(SupportFacts facts) {
        return switch (this) {
            case REST -> facts.restDays();
            case INTEGRATION -> facts.integrationDays();
        };
    }
}
