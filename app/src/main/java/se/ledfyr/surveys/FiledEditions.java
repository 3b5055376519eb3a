package se.ledfyr.surveys;

import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import se.ledfyr.filing.FiledKind;
import se.ledfyr.filing.FiledKinds;

/// A kind of file for each questionnaire of each year, in its last revision.
@Component
class FiledEditions implements FiledKinds {

    private final List<FiledKind> kinds;

    FiledEditions(Editions editions, Participants participants, DSLContext sql) {
        this.kinds = editions.list().stream()
                .filter(edition ->
                        editions.current(edition.form(), edition.year()).orElseThrow() == edition)
                .map(edition -> (FiledKind) new FiledContacts(edition, participants, sql))
                .toList();
    }

    @Override
    public List<FiledKind> list() {
        return kinds;
    }
}
