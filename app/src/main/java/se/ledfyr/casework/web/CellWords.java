package se.ledfyr.casework.web;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import se.ledfyr.codes.CodeBook;

/// Understands what people write in a cell: a code, a label in either language, or one of the short
/// words in use.
///
/// Capital letters, accents and surrounding space do not matter. Nothing is guessed: what is not known
/// is an error for whoever wrote it to mend.
final class CellWords {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private static final Set<String> YES = Set.of("ja", "j", "yes", "y", "x", "1", "true", "sant");
    private static final Set<String> NO = Set.of("", "nej", "n", "no", "0", "-", "false", "falskt");
    private static final Set<String> UNKNOWN = Set.of("-", "?", "okand", "okant", "unknown", "vet ej", "not known");

    /// The short words, as `list code word, word …`.
    private static final List<String> SHORT_WORDS = List.of(
            "sex female k, kv, kvinna, flicka, f, w, woman, girl",
            "sex male m, man, pojke, boy",
            "sex other a, annan, annat, other",
            "sex unknown o, u, ?, -, okand, okant, unknown",
            "age_group adult v, vuxen, a, adult, over 18, 18+",
            "age_group child b, barn, c, child, minor, minderarig, under 18",
            "age_group unknown o, u, ?, -, okand, okant, unknown",
            "exploitation_form sexual sexuellt, sex, prostitution",
            "exploitation_form labour arbete, labor, work",
            "exploitation_form criminal brott, kriminellt, crime",
            "exploitation_form household hushall",
            "exploitation_form forced_marriage aktenskap, marriage",
            "exploitation_form organ organ, organs",
            "exploitation_form military_service krig, military",
            "protection CONFIDENTIALITY_MARKING sekretess, s",
            "protection PROTECTED_REGISTRATION folkbokforing, f",
            "protection FICTITIOUS_DATA fingerad, fingerade, fingerad identitet");

    private final Map<String, Map<String, String>> lists = new HashMap<>();

    CellWords(CodeBook codes, LocalDate day) {
        for (String list : List.of("sex", "age_group", "country", "exploitation_form", "protection")) {
            Map<String, String> words = lists.computeIfAbsent(list, name -> new HashMap<>());
            codes.list(list, day).forEach(code -> {
                words.put(plain(code.labelEn()), code.code());
                words.put(plain(code.labelSv()), code.code());
            });
            // Codes last: where a label of one and the code of another are spelled alike, the code is meant.
            codes.list(list, day).forEach(code -> words.put(plain(code.code()), code.code()));
        }
        SHORT_WORDS.forEach(this::learn);
    }

    Optional<String> code(String list, String text) {
        return Optional.ofNullable(lists.getOrDefault(list, Map.of()).get(plain(text)));
    }

    /// Whether somebody wrote that it is not known.
    boolean isUnknown(String text) {
        return UNKNOWN.contains(plain(text));
    }

    /// Yes or no; nothing written is no.
    Optional<Boolean> yesOrNo(String text) {
        String plain = plain(text);
        return YES.contains(plain) ? Optional.of(true) : NO.contains(plain) ? Optional.of(false) : Optional.empty();
    }

    /// The text as it is compared.
    static String plain(String text) {
        String bare = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("");
        return SPACE.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    private void learn(String line) {
        String[] parts = line.split(" ", 3);
        Map<String, String> words = lists.getOrDefault(parts[0], Map.of());
        if (words.containsValue(parts[1])) {
            for (String word : parts[2].split(", ")) {
                words.put(word, parts[1]);
            }
        }
    }
}
