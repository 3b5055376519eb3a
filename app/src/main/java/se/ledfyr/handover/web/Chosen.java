package se.ledfyr.handover.web;

import java.util.List;
import java.util.Map;
import se.ledfyr.handover.AnswerRule;
import se.ledfyr.pages.Option;

/// What can be chosen in the form of an offer. Public for the templates alone.
///
/// @param receivers under the kind of organisation
/// @param override whether the reader may share without consent and without a ground
public record Chosen(
        Map<String, List<Option>> receivers,
        List<Option> rules,
        List<Option> groups,
        List<Option> purposes,
        List<Option> grounds,
        boolean override) {

    /// How a way to count the time is shown, with how long that is today.
    public String rule(AnswerRule rule) {
        return rules.stream()
                .filter(each -> each.value().equals(rule.code()))
                .map(Option::label)
                .findFirst()
                .orElseThrow();
    }
}
