package se.ledfyr.reports;

import java.util.List;

/// A place in a text that names no cell, or more than one.
class BrokenBinding extends RuntimeException {

    private final transient List<Object> arguments;

    /// @param key of the message that says what is wrong
    BrokenBinding(String key, Object... arguments) {
        super(key);
        this.arguments = List.of(arguments);
    }

    String key() {
        return "reports.fault." + getMessage();
    }

    List<Object> arguments() {
        return arguments;
    }
}
