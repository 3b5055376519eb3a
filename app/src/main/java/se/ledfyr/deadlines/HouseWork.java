package se.ledfyr.deadlines;

/// What a module lets the house do every few seconds, beside clocks and letters, on one node of those that share the
/// database.
public interface HouseWork {

    /// What the plan calls it, for as long as the installation lives.
    String name();

    /// Does what there is to do and comes back; nobody is bound. What it throws is noted, and it is called again.
    void work();
}
