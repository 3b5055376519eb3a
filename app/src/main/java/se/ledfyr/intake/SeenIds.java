package se.ledfyr.intake;

import java.util.UUID;

/// Which ids a file has used so far. Open addressing over two arrays of numbers: 16 bytes an id and at most two
/// thirds full, so that a million ids take about 32 MB where a set of objects would take four times as much.
final class SeenIds {

    private static final int FIRST_SLOTS = 1 << 10;

    private long[] high = new long[FIRST_SLOTS];
    private long[] low = new long[FIRST_SLOTS];
    private int count;
    private boolean zeroSeen;

    /// @return false when the id was there already
    boolean add(UUID id) {
        return add(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    boolean contains(UUID id) {
        long h = id.getMostSignificantBits();
        long l = id.getLeastSignificantBits();
        if (h == 0 && l == 0) {
            return zeroSeen;
        }
        int slot = slot(h, l);
        return high[slot] == h && low[slot] == l;
    }

    /// Two zeros mark a free slot; the one id that looks so is remembered apart.
    private boolean add(long h, long l) {
        if (h == 0 && l == 0) {
            boolean fresh = !zeroSeen;
            zeroSeen = true;
            return fresh;
        }
        if (count * 3L >= high.length * 2L) {
            grow();
        }
        int slot = slot(h, l);
        if (high[slot] == h && low[slot] == l) {
            return false;
        }
        high[slot] = h;
        low[slot] = l;
        count++;
        return true;
    }

    private int slot(long h, long l) {
        long mixed = (h * 0x9E3779B97F4A7C15L + l) * 0xD6E8FEB86659FD93L;
        int mask = high.length - 1;
        int slot = (int) (mixed >>> 32) & mask;
        while ((high[slot] != 0 || low[slot] != 0) && (high[slot] != h || low[slot] != l)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldHigh = high;
        long[] oldLow = low;
        high = new long[oldHigh.length * 2];
        low = new long[oldLow.length * 2];
        count = 0;
        for (int i = 0; i < oldHigh.length; i++) {
            if (oldHigh[i] != 0 || oldLow[i] != 0) {
                add(oldHigh[i], oldLow[i]);
            }
        }
    }
}
