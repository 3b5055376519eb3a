package se.ledfyr.surveys;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// A questionnaire as it was handed out. Delivered editions never change: a change is a new revision, and answers keep
/// the one they were given in.
///
/// @param id `adult-2025`, or `adult-2025-2` for the second revision of a year
/// @param earlier what is said where figures of earlier years cannot stand beside this year's
/// @param hash SHA-256 of the file it was read from
public record Edition(
        String id,
        SurveyForm form,
        int year,
        int revision,
        Worded title,
        Worded earlier,
        List<Question> questions,
        List<Byte> hash) {

    private static final int HASH = 32;

    public Edition {
        questions = List.copyOf(questions);
        hash = List.copyOf(hash);
        String expected = form.slug() + "-" + year + (revision == 1 ? "" : "-" + revision);
        if (!id.equals(expected)) {
            throw new IllegalArgumentException("the edition is called %s and should be %s".formatted(id, expected));
        }
        long keys = questions.stream().map(Question::key).distinct().count();
        if (keys != questions.size()) {
            throw new IllegalArgumentException("%s asks something twice".formatted(id));
        }
        if (hash.size() != HASH) {
            throw new IllegalArgumentException("a hash has 32 bytes");
        }
        for (Question question : questions) {
            requireKnown(question, questions);
        }
    }

    /// Rules name other questions, which must be there.
    private static void requireKnown(Question question, List<Question> all) {
        java.util.stream.Stream.of(
                        question.shownWhen().keySet().stream(),
                        java.util.stream.Stream.ofNullable(question.subsetOf()),
                        java.util.stream.Stream.ofNullable(question.together()),
                        question.onlyWhen().stream().flatMap(only -> only.when().keySet().stream()))
                .flatMap(each -> each)
                .filter(key -> all.stream().noneMatch(one -> one.key().equals(key)))
                .findFirst()
                .ifPresent(missing -> {
                    throw new IllegalArgumentException(
                            "question %s names %s, which is not asked".formatted(question.key(), missing));
                });
    }

    /// The name of its kind of file: `civil_adults_2025`.
    public String fileKind() {
        return fileFamily() + "_" + year;
    }

    /// The name of its kind of file without the year.
    public String fileFamily() {
        return switch (form) {
            case ADULT -> "civil_adults";
            case CHILD -> "civil_children";
        };
    }

    public Optional<Question> find(String key) {
        return questions.stream().filter(one -> one.key().equals(key)).findFirst();
    }

    /// @throws IllegalArgumentException for a key that is not asked
    public Question get(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("Not asked: " + key));
    }

    public byte[] hashBytes() {
        byte[] bytes = new byte[hash.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = hash.get(i);
        }
        return bytes;
    }

    /// Says which by id and hash only.
    @Override
    public String toString() {
        return id + " " + HexFormat.of().formatHex(hashBytes()).substring(0, 12);
    }
}
