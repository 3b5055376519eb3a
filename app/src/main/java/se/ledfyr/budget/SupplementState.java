package se.ledfyr.budget;

/// How far a request for more money has come.
public enum SupplementState {
    ASKED,
    GRANTED,
    REFUSED
}
