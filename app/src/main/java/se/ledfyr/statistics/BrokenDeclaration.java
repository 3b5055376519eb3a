package se.ledfyr.statistics;

/// A declaration that cannot be used. Ledfyr does not start with it: a table that is wrong is worse than none.
class BrokenDeclaration extends RuntimeException {

    BrokenDeclaration(String place, String what) {
        super(place + ": " + what);
    }
}
