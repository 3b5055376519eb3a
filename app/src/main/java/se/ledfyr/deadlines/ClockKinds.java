package se.ledfyr.deadlines;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import se.ledfyr.pages.Languages;

/// The kinds of clocks there are, as the modules' [ClockHandler]s say.
@Component
public class ClockKinds {

    private static final String OWN = "deadlines.kind.";
    private static final String ANY = "deadlines.kind.other";

    private final ObjectProvider<ClockHandler> handlers;
    private final Languages languages;

    ClockKinds(ObjectProvider<ClockHandler> handlers, Languages languages) {
        this.handlers = handlers;
        this.languages = languages;
    }

    /// Key of the kind's name in the message files. A kind without a handler has one here, or is just a time limit.
    public String key(String kind) {
        ClockHandler handler = byKind().get(kind);
        if (handler != null) {
            return handler.key();
        }
        return languages.in(Languages.SWEDISH).has(OWN + kind) ? OWN + kind : ANY;
    }

    /// @throws IllegalStateException when two handlers claim the same kind
    Map<String, ClockHandler> byKind() {
        return handlers.stream().collect(Collectors.toMap(ClockHandler::kind, Function.identity()));
    }
}
