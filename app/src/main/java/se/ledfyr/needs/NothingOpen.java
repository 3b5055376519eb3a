package se.ledfyr.needs;

import java.util.List;
import org.springframework.stereotype.Component;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.casework.ClosingCondition;

/// A case is not closed over an open need: it is met, or somebody says why not.
@Component
class NothingOpen implements ClosingCondition {

    private final NeedQueries queries;

    NothingOpen(NeedQueries queries) {
        this.queries = queries;
    }

    @Override
    public List<String> obstacles(CaseFile file) {
        return queries.hasOpen(file.id()) ? List.of("needs.still-open") : List.of();
    }
}
