package se.ledfyr.intake;

/// One column of a kind of file.
///
/// @param required whether a cell must say something
record Column(String name, CellType type, boolean required) {

    static Column required(String name, CellType type) {
        return new Column(name, type, true);
    }

    static Column optional(String name, CellType type) {
        return new Column(name, type, false);
    }
}
