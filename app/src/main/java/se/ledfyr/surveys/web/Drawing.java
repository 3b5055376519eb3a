package se.ledfyr.surveys.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.ledfyr.pages.Option;
import se.ledfyr.pages.Texts;
import se.ledfyr.surveys.Answer;
import se.ledfyr.surveys.Answers;
import se.ledfyr.surveys.Question;
import se.ledfyr.surveys.QuestionType;
import se.ledfyr.surveys.Questionnaire;

/// Draws a questionnaire with answers in it.
///
/// @param groups names of group cases that were used before
/// @param adults own contacts a child can belong to, as choices
/// @param marks what is said beside a question, by key
/// @param errors what is wrong, by key
record Drawing(
        Questionnaire questionnaire,
        Answers answers,
        Texts texts,
        List<String> groups,
        List<Option> adults,
        Map<String, String> marks,
        Map<String, String> errors) {

    /// More than these are a list to open rather than buttons.
    private static final int MOST_BUTTONS = 6;

    List<FormSection> sections() {
        Map<String, List<Field>> sections = new LinkedHashMap<>();
        for (Question question : questionnaire.edition().questions()) {
            sections.computeIfAbsent(question.section(), none -> new ArrayList<>())
                    .add(field(question));
        }
        return sections.entrySet().stream()
                .map(section -> new FormSection(section.getKey(), section.getValue()))
                .toList();
    }

    private Field field(Question question) {
        List<Questionnaire.Choice> choices = choices(question);
        Field.Look look = look(question, choices.size());
        return new Field(
                question.key(),
                look,
                question.wording().in(texts.language()),
                question.hint() == null ? null : question.hint().in(texts.language()),
                options(question, look, choices),
                value(question),
                question.isNew(),
                when(question),
                whenInWords(question),
                question.type() == QuestionType.MANY ? question.subsetOf() : null,
                marks.get(question.key()),
                errors.get(question.key()));
    }

    private static Field.Look look(Question question, int choices) {
        return switch (question.type()) {
            case ONE -> choices > MOST_BUTTONS ? Field.Look.SELECT : Field.Look.RADIO;
            case MANY -> Field.Look.CHECKS;
            case YES_NO -> Field.Look.RADIO;
            case COUNTRY, CONTACT -> Field.Look.SELECT;
            case NUMBER -> Field.Look.NUMBER;
            case SLUG -> Field.Look.NAME;
        };
    }

    private List<Questionnaire.Choice> choices(Question question) {
        return switch (question.type()) {
            case ONE, MANY, COUNTRY -> questionnaire.choices(question, texts.language());
            case YES_NO ->
                List.of(
                        new Questionnaire.Choice("true", texts.get("contacts.yes")),
                        new Questionnaire.Choice("false", texts.get("contacts.no")));
            case CONTACT ->
                adults.stream()
                        .map(adult -> new Questionnaire.Choice(adult.value(), adult.label()))
                        .toList();
            case SLUG ->
                groups.stream()
                        .map(group -> new Questionnaire.Choice(group, group))
                        .toList();
            case NUMBER -> List.of();
        };
    }

    private List<Option> options(Question question, Field.Look look, List<Questionnaire.Choice> choices) {
        Set<String> chosen = answers.codes(question.key());
        List<Option> options = new ArrayList<>();
        choices.forEach(
                choice -> options.add(new Option(choice.code(), choice.label(), chosen.contains(choice.code()))));
        if (question.notKnown()) {
            boolean notKnown = answers.by().get(question.key()) instanceof Answer.NotKnown;
            options.add(new Option(Sent.NOT_KNOWN, texts.get("contacts.not-known"), notKnown));
        }
        if (look == Field.Look.RADIO && !question.required()) {
            options.add(new Option("", texts.get("contacts.not-asked"), !answers.has(question.key())));
        }
        return options;
    }

    private String value(Question question) {
        Answer answer = answers.by().get(question.key());
        return switch (answer) {
            case Answer.Number number -> number.text();
            case Answer.Slug slug -> groups.contains(slug.text()) ? "" : slug.text();
            case Answer.Codes _, Answer.YesNo _, Answer.Link _, Answer.NotKnown _ -> "";
            case null -> "";
        };
    }

    private static String when(Question question) {
        return new TreeMap<>(question.shownWhen())
                .entrySet().stream()
                        .map(one -> one.getKey() + ":"
                                + one.getValue().stream().sorted().collect(Collectors.joining(",")))
                        .collect(Collectors.joining(" "));
    }

    private String whenInWords(Question question) {
        return new TreeMap<>(question.shownWhen())
                .entrySet().stream()
                        .map(one -> texts.get(
                                "contacts.when",
                                wording(one.getKey()),
                                labels(one.getKey(), List.copyOf(one.getValue()))))
                        .collect(Collectors.joining(" "));
    }

    /// What a question of this questionnaire says.
    String wording(String key) {
        return questionnaire
                .edition()
                .find(key)
                .map(question -> question.wording().in(texts.language()))
                .orElse(key);
    }

    /// What codes of a question are called.
    String labels(String key, List<String> codes) {
        List<Questionnaire.Choice> known =
                questionnaire.edition().find(key).map(this::choices).orElse(List.of());
        return codes.stream().sorted().map(code -> label(known, code)).collect(Collectors.joining(", "));
    }

    private static String label(List<Questionnaire.Choice> known, @Nullable String code) {
        return known.stream()
                .filter(choice -> choice.code().equals(code))
                .map(Questionnaire.Choice::label)
                .findFirst()
                .orElse(String.valueOf(code));
    }
}
