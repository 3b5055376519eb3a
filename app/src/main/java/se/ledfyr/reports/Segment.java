package se.ledfyr.reports;

/// A piece of a line of text.
public sealed interface Segment {

    /// Words as they were written.
    record Plain(String text) implements Segment {}

    /// A place where a table's number or the name of its largest stands.
    record Bound(Binding binding) implements Segment {}

    /// A place that names nothing that is there: it shows what was written and never a number.
    record Broken(String written) implements Segment {}
}
