package se.ledfyr.filing;

import java.util.function.Consumer;

/// Checked records of a file, handed over one after another so that a file need not fit into memory.
@FunctionalInterface
public interface FiledRows {

    void handOver(Consumer<? super FiledRow> taker);
}
