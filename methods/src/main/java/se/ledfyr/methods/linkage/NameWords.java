package se.ledfyr.methods.linkage;

import com.ibm.icu.lang.UScript;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Cuts a name into comparable words.
///
/// Apostrophes are dropped (O'Brien is one word), hyphens and everything else that is no letter, mark or digit
/// separate words. The Arabic article is cut off and, like the Latin al and el, left out beside other words,
/// since it is written apart, joined or not at all. A Chinese name written without spaces is one family
/// character and a given name.
public final class NameWords {

    /// More words than this say nothing more about who somebody is.
    public static final int MAX_WORDS = 8;

    private static final Pattern DROPPED = Pattern.compile("['’‘ʼʻ`´ʹ\\p{Cf}ـ]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Set<String> ARTICLES = Set.of("al", "el");

    private NameWords() {}

    /// The distinct words of a name in their written order, at most [#MAX_WORDS]; empty when nothing can be read.
    public static List<NameWord> of(String name) {
        Map<String, NameWord> words = new LinkedHashMap<>();
        Stream.of(BETWEEN_WORDS.split(DROPPED.matcher(name).replaceAll("")))
                .filter(part -> !part.isEmpty())
                .flatMap(NameWords::pieces)
                .flatMap(NameWords::read)
                .forEach(word -> words.putIfAbsent(word.spelling(), word));
        List<NameWord> telling = words.values().stream()
                .filter(word -> !ARTICLES.contains(word.spelling()))
                .limit(MAX_WORDS)
                .toList();
        return telling.isEmpty() ? words.values().stream().limit(MAX_WORDS).toList() : telling;
    }

    private static Stream<String> pieces(String part) {
        if (part.startsWith("ال") && part.length() > 4) {
            return Stream.of(part.substring(2));
        }
        int[] letters = part.codePoints().toArray();
        boolean han = letters.length > 1
                && letters.length <= 4
                && java.util.Arrays.stream(letters).allMatch(letter -> UScript.getScript(letter) == UScript.HAN);
        if (han) {
            return Stream.of(new String(letters, 0, 1), new String(letters, 1, letters.length - 1));
        }
        return Stream.of(part);
    }

    private static Stream<NameWord> read(String piece) {
        String latin = Romanised.latin(piece);
        String ascii = Romanised.ascii(latin);
        if (ascii.isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(new NameWord(evened(ascii), Skeleton.of(latin), Romanised.isForeign(piece)));
    }

    /// Makes the two-letter spellings of å, ä and ö equal to what taking the accent off leaves. The names that
    /// end in -ael and -oel keep their two vowels.
    private static String evened(String ascii) {
        StringBuilder out = new StringBuilder(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            char letter = ascii.charAt(i);
            out.append(letter);
            char next = i + 1 < ascii.length() ? ascii.charAt(i + 1) : ' ';
            boolean pair = letter == 'a' && (next == 'a' || next == 'e') || letter == 'o' && next == 'e';
            boolean ending = next == 'e' && i + 3 == ascii.length() && ascii.endsWith("l");
            if (pair && !ending) {
                i++;
            }
        }
        return out.toString();
    }

    /// The spellings of a name's words, for those who want nothing else.
    public static List<String> spellings(String name) {
        return of(name).stream().map(NameWord::spelling).toList();
    }
}
