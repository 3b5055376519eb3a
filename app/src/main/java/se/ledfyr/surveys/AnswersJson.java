package se.ledfyr.surveys;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How answers are stored: `{"sex": {"codes": ["female"]}, "police_reports": {"value": 2}, "rights_met": {"known":
/// false}}`.
final class AnswersJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AnswersJson() {}

    static JSONB write(Answers answers) {
        Map<String, Object> stored = new LinkedHashMap<>();
        answers.by().forEach((key, answer) -> stored.put(key, stored(answer)));
        return JSONB.valueOf(JSON.writeValueAsString(stored));
    }

    private static Map<String, Object> stored(Answer answer) {
        return switch (answer) {
            case Answer.Codes several -> Map.of("codes", List.copyOf(several.codes()));
            case Answer.YesNo(boolean yes) -> Map.of("value", yes);
            case Answer.Number(int number) -> Map.of("value", number);
            case Answer.Slug(String slug) -> Map.of("value", slug);
            case Answer.Link(UUID contact) -> Map.of("value", contact.toString());
            case Answer.NotKnown() -> Map.of("known", false);
        };
    }

    /// @param edition in which they were given: it says what each of them is
    static Answers read(JSONB stored, Edition edition) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        JsonNode all = JSON.readTree(stored.data());
        for (Question question : edition.questions()) {
            Answer answer = answer(all.get(question.key()), question);
            if (answer != null) {
                answers.put(question.key(), answer);
            }
        }
        return new Answers(answers);
    }

    private static @Nullable Answer answer(@Nullable JsonNode stored, Question question) {
        if (stored == null) {
            return null;
        }
        if (stored.has("known")) {
            return new Answer.NotKnown();
        }
        return switch (question.type()) {
            case ONE, MANY, COUNTRY -> codes(stored.get("codes"));
            case YES_NO -> new Answer.YesNo(stored.get("value").asBoolean());
            case NUMBER -> new Answer.Number(stored.get("value").asInt());
            case SLUG -> new Answer.Slug(stored.get("value").asString());
            case CONTACT -> new Answer.Link(UUID.fromString(stored.get("value").asString()));
        };
    }

    private static Answer codes(JsonNode stored) {
        List<String> codes = new ArrayList<>();
        stored.forEach(code -> codes.add(code.asString()));
        return Answer.Codes.of(codes);
    }
}
