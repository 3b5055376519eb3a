package se.ledfyr.methods.linkage;

import java.util.LinkedHashSet;
import java.util.Set;

/// What is left of a word when everything is taken away that scripts and spellings disagree about.
///
/// In the tradition of Russell's Soundex (US patent 1 261 167, 1918): consonants fall into classes, vowels do
/// not count, neighbours of one class are one. Different from it, the skeleton is of any length, a word that
/// begins with a vowel says so (`A`), `m` and `n` stay apart, and the classes are drawn for transliterated
/// names:
///
/// | class | letters | because |
/// |---|---|---|
/// | P | b f p v w | Arabic has no p or v, Thai ph is a p, Polish w is a v |
/// | K | c g h k q, kh gh | Ukrainian г is g or h; Arabic خ ح ه are h or kh |
/// | S | s z j, sh zh ch ts dz dj | one sound has a dozen spellings |
/// | T | d t, th dh | final d and t are heard alike |
/// | L, M, N, R | themselves | |
///
/// Where letters alone do not tell (German and Swedish j against English j, ch in Michael and in Charlie, w
/// between vowels), the word has a skeleton for each reading: one for the front of the word, one for the rest.
///
/// The classes are wide on purpose: a skeleton proposes, and comparing the spellings disposes.
final class Skeleton {

    private static final String VOWELS = "aeiouy";
    private static final Set<String> SIBILANTS = Set.of("sh", "zh", "ts", "tz", "cz", "sz", "dz", "dj", "sj", "tj");
    private static final Set<String> HISSED = Set.of("sch", "tsh", "dzh", "tch");
    private static final Set<String> ASPIRATED = Set.of("th", "dh", "ph", "bh", "kh", "gh", "wh");

    private final String word;
    private final boolean otherFront;
    private final boolean otherInside;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private boolean vowelBefore = true;

    private Skeleton(String word, boolean otherFront, boolean otherInside) {
        this.word = word;
        this.otherFront = otherFront;
        this.otherInside = otherInside;
    }

    /// @param latin a word in Latin letters, accents allowed
    static Set<String> of(String latin) {
        String word = Romanised.ascii(spelledOut(latin));
        Set<String> readings = new LinkedHashSet<>();
        readings.add(new Skeleton(word, false, false).read());
        readings.add(new Skeleton(word, true, false).read());
        readings.add(new Skeleton(word, false, true).read());
        readings.add(new Skeleton(word, true, true).read());
        return readings;
    }

    /// Accented consonants whose accent carries the sound.
    private static String spelledOut(String latin) {
        return latin.replace("č", "tsh")
                .replace("ć", "tsh")
                .replace("š", "sh")
                .replace("ś", "sh")
                .replace("ş", "sh")
                .replace("ž", "zh")
                .replace("ż", "zh")
                .replace("ź", "zh")
                .replace("ç", "ch")
                .replace("đ", "dj");
    }

    private String read() {
        while (at < word.length()) {
            step();
        }
        // A word of vowels or digits alone still has to be told from others.
        return out.isEmpty() || out.toString().equals("A") && word.length() < 2 ? word : out.toString();
    }

    private void step() {
        char letter = word.charAt(at);
        char next = peek(1);
        String two = word.substring(at, Math.min(at + 2, word.length()));
        if (HISSED.stream().anyMatch(three -> word.startsWith(three, at))) {
            add('S', 3);
        } else if (SIBILANTS.contains(two)) {
            add('S', 2);
        } else if (two.equals("ch")) {
            add(isHissed(peek(2)) ? 'S' : 'K', 2);
        } else if (ASPIRATED.contains(two) && at + 2 <= word.length()) {
            add(classOf(letter), 2);
        } else if (VOWELS.indexOf(letter) >= 0) {
            vowel();
        } else if (letter == 'j') {
            readJ();
        } else if (letter == 'w') {
            readW(next);
        } else if (letter == 'h' && next == ' ' && vowelBefore) {
            at++;
        } else if (letter == 'x') {
            readX();
        } else if (letter == 'c' && "eiy".indexOf(next) >= 0) {
            add('S', 1);
        } else {
            add(classOf(letter), 1);
        }
    }

    /// As in Charlie, or as in Michael and Bach; before a consonant always the latter.
    private boolean isHissed(char next) {
        if (at == 0) {
            return isVowel(next) && !otherFront;
        }
        return isVowel(next) ? !otherInside : next == ' ' && otherInside;
    }

    /// A j in front is English or Arabic (S) or the vowel-like j of most of Europe; later in a word mostly the
    /// latter.
    private void readJ() {
        boolean likeVowel = at == 0 ? otherFront : !otherInside;
        if (likeVowel) {
            vowel();
        } else {
            add('S', 1);
        }
    }

    private void readW(char next) {
        boolean consonant = at == 0 || isVowel(next) && !otherInside;
        if (consonant) {
            add('P', 1);
        } else {
            vowel();
        }
    }

    /// In front the Greek and Russian reading has its k, the Chinese and English one has not.
    private void readX() {
        if (at > 0 || otherFront) {
            add('K', 0);
        }
        add('S', 1);
    }

    private void vowel() {
        if (at == 0) {
            out.append('A');
        }
        vowelBefore = true;
        at++;
    }

    private void add(char sound, int letters) {
        boolean repeated = !vowelBefore && !out.isEmpty() && out.charAt(out.length() - 1) == sound;
        if (!repeated) {
            out.append(sound);
        }
        vowelBefore = false;
        at += letters;
    }

    private char peek(int ahead) {
        return at + ahead < word.length() ? word.charAt(at + ahead) : ' ';
    }

    private static boolean isVowel(char letter) {
        return VOWELS.indexOf(letter) >= 0;
    }

    private static char classOf(char letter) {
        return switch (letter) {
            case 'b', 'f', 'p', 'v', 'w' -> 'P';
            case 'c', 'g', 'h', 'k', 'q' -> 'K';
            case 's', 'z', 'j' -> 'S';
            case 'd', 't' -> 'T';
            default -> Character.toUpperCase(letter);
        };
    }
}
