package se.ledfyr.deadlines;

import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/// Lets tests of every module do what the scheduler does in a running house: deal with all that is due by now.
@Component
public class Ticks {

    private final ApplicationContext house;

    Ticks(ApplicationContext house) {
        this.house = house;
    }

    /// Call with nobody bound, after letting time pass with [TestTime].
    ///
    /// @return how many clocks were dealt with
    public int tick() {
        return house.getBean(DueClocks.class).work();
    }
}
