package se.ledfyr.reports;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.ledfyr.statistics.ContactFigures.Tables;

/// Tables as they were counted last, for as long as nothing that they count has changed. They are
/// about nobody, and kept apart for everybody who sees other numbers.
@Component
class KeptTables {

    private static final int MOST = 32;

    private final Map<Key, Slot> slots = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Slot> eldest) {
            return size() > MOST;
        }
    };

    /// @param readers whose numbers they are
    record Key(String readers, int year, Optional<String> without) {}

    private static final class Slot {
        private @Nullable Tables tables;
    }

    /// The kept tables where they are of this state, else those that `count` gives. Whoever asks
    /// meanwhile waits for them instead of counting too.
    Tables get(Key key, String state, Supplier<Tables> count) {
        Slot slot;
        synchronized (slots) {
            slot = slots.computeIfAbsent(key, one -> new Slot());
        }
        synchronized (slot) {
            Tables kept = slot.tables;
            if (kept == null || !kept.state().equals(state)) {
                kept = count.get();
                slot.tables = kept;
            }
            return kept;
        }
    }
}
