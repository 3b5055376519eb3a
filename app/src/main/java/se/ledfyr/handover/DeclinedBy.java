package se.ledfyr.handover;

/// Whose no it was. A place that says no to people and a person who says no to a place are different faults.
public enum DeclinedBy {
    PERSON,
    RECEIVER,
    /// Nobody said no: the person could not be reached.
    NOBODY
}
