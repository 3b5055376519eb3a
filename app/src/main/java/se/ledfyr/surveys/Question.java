package se.ledfyr.surveys;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One question of an edition, with everything that makes an answer to it right.
///
/// @param key its name among the answers and in files, `[a-z][a-z_]{1,39}`; what means the same keeps its key
/// @param section under which heading it stands: `person`, `exploitation`, `meeting` …
/// @param list the code list of its answers; null where it has none
/// @param own answers that stand in no list; beside a list they come after it
/// @param isNew whether nobody asked it the year before
/// @param comparableWith the question of the year before that means the same, by its key; null when there is none
/// @param breaks why it cannot be compared with the year before, though it is asked in both; null when it can
/// @param shownWhen every one of these questions must have one of these answers; empty when it is always asked
/// @param required whether a contact can be sent without an answer, where the question is asked at all
/// @param notKnown whether the answer may be that the organisation does not know
/// @param alone answers that no other stands beside
/// @param subsetOf the question whose answers are all that may be answered here; null for any
/// @param together the question that is answered when this one is, and the other way round; null for none
/// @param onlyWhen which answers are left when others say certain things
/// @param most the highest number
public record Question(
        String key,
        String section,
        QuestionType type,
        @Nullable String list,
        List<Own> own,
        Worded wording,
        @Nullable Worded hint,
        boolean isNew,
        @Nullable String comparableWith,
        @Nullable Worded breaks,
        Map<String, Set<String>> shownWhen,
        boolean required,
        boolean notKnown,
        Set<String> alone,
        @Nullable String subsetOf,
        @Nullable String together,
        List<OnlyWhen> onlyWhen,
        int most) {

    private static final Set<String> RESERVED = Set.of(
            "id",
            "organisation",
            "year",
            "form",
            "edition",
            "definition_hash",
            "state",
            "answers",
            "carried_from",
            "version",
            "begun_at",
            "written_by",
            "written_at",
            "sent_at",
            "struck_at",
            "contact_kind",
            "further",
            "line",
            "owner",
            "known",
            "changed",
            "person_id",
            "reporting_organisation");

    public Question {
        own = List.copyOf(own);
        shownWhen = Map.copyOf(shownWhen);
        alone = Set.copyOf(alone);
        onlyWhen = List.copyOf(onlyWhen);
        if (!key.matches("[a-z][a-z_]{1,39}")) {
            throw new IllegalArgumentException("a key is 2 to 40 of a-z and _, was " + key);
        }
        if (RESERVED.contains(key)) {
            throw new IllegalArgumentException("every contact has something else that is called " + key);
        }
        if (type.isCoded() && list == null && own.isEmpty()) {
            throw new IllegalArgumentException("question %s has no answers".formatted(key));
        }
    }

    /// An answer that stands in no code list.
    public record Own(String code, Worded label) {}

    /// While all of `when` hold, only `codes` are left.
    public record OnlyWhen(Map<String, Set<String>> when, Set<String> codes) {

        public OnlyWhen {
            when = Map.copyOf(when);
            codes = Set.copyOf(codes);
        }
    }

    public Optional<Own> findOwn(String code) {
        return own.stream().filter(each -> each.code().equals(code)).findFirst();
    }
}
