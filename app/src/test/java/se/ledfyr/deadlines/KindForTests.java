package se.ledfyr.deadlines;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;

/// A handler that counts what it is asked to do.
@Component
class KindForTests implements ClockHandler {

    static final String KIND = "tested_kind";

    private final Map<ClockId, Integer> reminded = new ConcurrentHashMap<>();
    private final Map<ClockId, Integer> due = new ConcurrentHashMap<>();
    private final Map<ClockId, Integer> tried = new ConcurrentHashMap<>();
    private final Map<ClockId, Acting> acting = new ConcurrentHashMap<>();
    private volatile @Nullable ClockId failing;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String key() {
        return "deadlines.kind.other";
    }

    @Override
    public void remind(RunningClock clock) {
        reminded.merge(clock.id(), 1, Integer::sum);
    }

    @Override
    public void due(RunningClock clock) {
        tried.merge(clock.id(), 1, Integer::sum);
        if (clock.id().equals(failing)) {
            throw new IllegalStateException("as the test wants it");
        }
        acting.put(clock.id(), Acting.current());
        due.merge(clock.id(), 1, Integer::sum);
    }

    void failFor(@Nullable ClockId clock) {
        failing = clock;
    }

    int remindedOf(ClockId clock) {
        return reminded.getOrDefault(clock, 0);
    }

    int dueOf(ClockId clock) {
        return due.getOrDefault(clock, 0);
    }

    int triedOf(ClockId clock) {
        return tried.getOrDefault(clock, 0);
    }

    Acting actingOf(ClockId clock) {
        return java.util.Objects.requireNonNull(acting.get(clock));
    }
}
