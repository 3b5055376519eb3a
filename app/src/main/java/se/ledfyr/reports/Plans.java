package se.ledfyr.reports;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.ledfyr.statistics.ContactFigures;
import se.ledfyr.statistics.PublishedTable;

/// The report as it is delivered, with the tables it is about. Ledfyr does not start with one whose
/// texts name a cell that does not exist.
@Component
class Plans {

    static final String CIVIL = "civil";

    private final Map<String, PublishedTable> tables;
    private final Plan plan;

    Plans(ContactFigures figures) {
        tables = figures.declared();
        plan = PlanReader.delivered(CIVIL, tables);
    }

    Plan plan() {
        return plan;
    }

    Map<String, PublishedTable> tables() {
        return tables;
    }

    Bindings bindings(int year) {
        return new Bindings(tables, year);
    }

    /// What the delivered texts of a year would be refused for.
    List<TextFault> faults(int year) {
        return Stream.concat(plan.key().stream(), plan.texts().stream())
                .flatMap(text ->
                        Stream.of(text.delivered().sv(), text.delivered().en()))
                .map(text -> Wording.read(text, bindings(year), year))
                .flatMap(wording -> Stream.concat(wording.faults().stream(), wording.bare().stream()))
                .toList();
    }
}
