package se.ledfyr.methods.estimation;

/// Told how far long work has come; from any of the threads that do it.
@FunctionalInterface
public interface Progress {

    Progress NONE = (done, all) -> {};

    void report(int done, int all);
}
