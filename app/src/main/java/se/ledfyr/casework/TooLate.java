package se.ledfyr.casework;

/// There is no leave to take a case over: somebody else was first, the leave was withdrawn, or there
/// never was any. They are one answer, so that it tells nothing. Thrown so that all that was done
/// towards taking over is undone.
public class TooLate extends RuntimeException {

    public TooLate() {
        super("There is no leave to take over");
    }
}
