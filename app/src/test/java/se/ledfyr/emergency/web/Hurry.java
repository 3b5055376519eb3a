package se.ledfyr.emergency.web;

import java.time.Duration;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/// The even time of the house, which a test that asks for thousands of things that are not there may shorten while it
/// runs. What the steps are for is tested with the true ones, by `EvenTimeTests` and `EmergencyPagesTests`.
@Component
@Primary
public class Hurry extends EvenTime {

    private static final int TIMES_SHORTER = 50;

    private volatile boolean hurried;

    public void begin() {
        hurried = true;
    }

    public void end() {
        hurried = false;
    }

    @Override
    void waitFrom(long began, Duration step) {
        super.waitFrom(began, hurried ? step.dividedBy(TIMES_SHORTER) : step);
    }
}
