package se.ledfyr.surveys.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.ledfyr.surveys.Fault;

/// Says what is wrong with answers, naming the questions it depends on.
final class FaultWords {

    private FaultWords() {}

    /// By question, the first of each.
    static Map<String, String> of(List<Fault> faults, Drawing drawing) {
        Map<String, String> words = new LinkedHashMap<>();
        faults.forEach(fault -> words.putIfAbsent(fault.question(), of(fault, drawing)));
        return words;
    }

    private static String of(Fault fault, Drawing drawing) {
        String key = "contacts.fault." + fault.kind().slug();
        List<String> others = fault.others();
        return switch (fault.kind()) {
            case NOT_ASKED, OTHER_KIND, NO_SUCH_ANSWER, ONE_ONLY, MUST_BE_KNOWN, MISSING ->
                drawing.texts().get(key);
            case TOO_HIGH -> drawing.texts().get(key, others.getFirst());
            case STANDS_ALONE -> drawing.texts().get(key, drawing.labels(fault.question(), others));
            case NOT_AMONG, TOGETHER -> drawing.texts().get(key, drawing.wording(others.getFirst()));
            case NOT_SHOWN ->
                drawing.texts()
                        .get(
                                key,
                                drawing.wording(others.getFirst()),
                                drawing.labels(others.getFirst(), others.subList(1, others.size())));
            case NOT_WITH ->
                drawing.texts()
                        .get(
                                key,
                                drawing.wording(others.getFirst()),
                                drawing.labels(fault.question(), others.subList(1, others.size())));
        };
    }
}
