package se.ledfyr.surveys;

/// Somebody else wrote in between; nothing was stored.
public class MeanwhileChanged extends RuntimeException {

    public MeanwhileChanged() {
        super("Changed by somebody else in between");
    }
}
