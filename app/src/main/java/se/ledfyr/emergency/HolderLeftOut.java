package se.ledfyr.emergency;

/// A case was to be sealed to members among whom its holder is not: whoever is accountable must be able to see
/// it.
public class HolderLeftOut extends RuntimeException {

    HolderLeftOut() {
        super("The holder is not among those named");
    }
}
