package se.ledfyr.handover.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.deadlines.Rule;
import se.ledfyr.deadlines.RuleUnit;
import se.ledfyr.deadlines.Rules;
import se.ledfyr.handover.AnswerRule;
import se.ledfyr.handover.Receivers;
import se.ledfyr.organisations.Organisation;
import se.ledfyr.pages.Option;
import se.ledfyr.pages.Texts;
import se.ledfyr.people.FieldGroup;

/// What can be chosen in the form of an offer.
@Component
class OfferChoices {

    private final Receivers receivers;
    private final Rules rules;
    private final Clock clock;

    OfferChoices(Receivers receivers, Rules rules, Clock clock) {
        this.receivers = receivers;
        this.rules = rules;
        this.clock = clock;
    }

    Chosen of(Labels labels, OfferForm form, boolean wholeCase) {
        Map<String, List<Option>> byKind = new TreeMap<>();
        for (Organisation each : receivers.list(wholeCase)) {
            String id = each.id().value().toString();
            byKind.computeIfAbsent(labels.kind(each.kind()), kind -> new ArrayList<>())
                    .add(new Option(id, each.name(), form.has("to", id)));
        }
        return new Chosen(
                byKind,
                Arrays.stream(AnswerRule.values())
                        .map(rule ->
                                new Option(rule.code(), within(rule, labels.texts()), form.has("rule", rule.code())))
                        .toList(),
                Arrays.stream(FieldGroup.values())
                        .map(group -> new Option(
                                group.code(),
                                labels.code("field_group", group.code()),
                                form.has("groups", group.code())))
                        .toList(),
                options(labels, form, "purpose", "share_purpose"),
                options(labels, form, "ground", "lawful_ground"),
                Acting.current().may(Right.OVERRIDE_CONSENT));
    }

    private String within(AnswerRule answer, Texts texts) {
        Rule rule = rules.get(answer.code(), LocalDate.now(clock));
        String time = rule.unit() == RuleUnit.SAME_DAY
                ? texts.get("deadlines.unit.SAME_DAY")
                : texts.count("deadlines.unit." + rule.unit().name(), rule.amount());
        return texts.get("handover.rule.within", texts.get("handover.rule." + answer.code()), time);
    }

    private List<Option> options(Labels labels, OfferForm form, String field, String list) {
        return labels.codes().list(list, LocalDate.now(clock)).stream()
                .map(code ->
                        new Option(code.code(), code.label(labels.texts().language()), form.has(field, code.code())))
                .toList();
    }
}
