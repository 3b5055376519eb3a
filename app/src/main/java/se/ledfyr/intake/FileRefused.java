package se.ledfyr.intake;

/// A file that cannot be divided into records at all, or no further. Carries the fault that says why.
final class FileRefused extends RuntimeException {

    private final transient Fault fault;

    FileRefused(long line, Problem problem) {
        super(problem.key(), null, false, false);
        this.fault = new Fault(line, Fault.FILE, null, problem);
    }

    Fault fault() {
        return fault;
    }
}
