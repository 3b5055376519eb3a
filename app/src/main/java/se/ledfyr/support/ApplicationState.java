package se.ledfyr.support;

/// How far an application has come. The names are stored.
public enum ApplicationState {
    OPEN,
    GRANTED,
    REFUSED,
    WITHDRAWN
}
