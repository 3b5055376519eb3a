package se.ledfyr.permits;

/// Somebody else, at either end, has changed the application since it was read; nothing was overwritten.
public class MeanwhileChanged extends RuntimeException {

    MeanwhileChanged(ApplicationId id) {
        super("Application " + id.value() + " was changed meanwhile");
    }
}
