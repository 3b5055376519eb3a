package se.ledfyr.reports;

/// Somebody else has written the same text since it was opened.
public class MeanwhileWritten extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MeanwhileWritten() {
        super("written by somebody else meanwhile");
    }
}
