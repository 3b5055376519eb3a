package se.ledfyr.casework;

import java.util.function.Consumer;

/// Checked registrations of a file, handed over one after another so that a file need not fit into memory.
@FunctionalInterface
public interface FiledRows {

    void handOver(Consumer<? super FiledRegistration> taker);
}
