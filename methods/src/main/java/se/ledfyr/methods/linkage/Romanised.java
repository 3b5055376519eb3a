package se.ledfyr.methods.linkage;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.Locale;
import java.util.Map;

/// One written word in Latin letters.
///
/// Arabic and Cyrillic letters go through tables of our own, in the spelling that passports and Swedish
/// registers use (kh, sh, ch, ts), because ICU writes them with one accented letter each, and taking the
/// accents off loses what the letter was. Every other script goes through ICU's `Any-Latin` (CLDR
/// transliteration rules).
final class Romanised {

    private static final Transliterator TO_LATIN = Transliterator.getInstance("Any-Latin");
    private static final Transliterator TO_ASCII = Transliterator.getInstance("Latin-ASCII");
    private static final Normalizer2 COMPOSED = Normalizer2.getNFKCInstance();

    private static final Map<Integer, String> ARABIC = table("""
            ا a آ a أ a إ a ٱ a ى a ب b پ p ت t ث th ج dj چ tsh ح h خ kh د d ذ dh ر r ز z ژ zh س s ش sh ص s ض d ط t
            ظ z غ gh ف f ڤ v ق q ك k ک k گ g ل l م m ن n ه h ۀ h ھ h ہ h ٹ t ڈ d ڑ r ں n ڭ ng ې i ۍ i
            """);
    private static final Map<Integer, String> CYRILLIC = table("""
            а a б b в v г g ґ g ѓ g ғ g д d е e ё yo є ye ж zh з z и i і i ї yi й y ј y к k ќ k қ k л l љ l м m н n
            њ n ң n о o ө o п p р r с s т t у u ў u ү u ұ u ф f х kh ҳ h һ h ц ts ч tsh џ dj ђ dj ћ tsh ш sh щ shtsh
            ы y э e ә a ю yu я ya ѝ i
            """);
    private static final String SILENT = "ьъءئؤʼʹʺ";

    private Romanised() {}

    /// Lower case Latin letters, still with their accents where the original had some.
    static String latin(String word) {
        String composed = Thai.asHeard(COMPOSED.normalize(word).toLowerCase(Locale.ROOT));
        StringBuilder out = new StringBuilder(composed.length() + 8);
        boolean foreign = false;
        for (int at = 0; at < composed.length(); at += Character.charCount(composed.codePointAt(at))) {
            int letter = composed.codePointAt(at);
            foreign |= append(out, letter, at, composed.length());
        }
        return foreign ? TO_LATIN.transliterate(out.toString()).toLowerCase(Locale.ROOT) : out.toString();
    }

    /// Whether the word is written in letters that are not Latin.
    static boolean isForeign(String word) {
        return word.codePoints()
                .map(UScript::getScript)
                .anyMatch(script -> script != UScript.LATIN && script != UScript.COMMON && script != UScript.INHERITED);
    }

    /// Only a-z and 0-9; what has no counterpart there is left out.
    static String ascii(String latin) {
        boolean plain = latin.chars().allMatch(letter -> letter < 0x80);
        String ascii = plain ? latin : TO_ASCII.transliterate(latin).toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(ascii.length());
        ascii.chars()
                .filter(letter -> letter >= 'a' && letter <= 'z' || letter >= '0' && letter <= '9')
                .forEach(letter -> out.append((char) letter));
        return out.toString();
    }

    /// @return whether ICU has to look at the letter
    private static boolean append(StringBuilder out, int letter, int at, int length) {
        int script = UScript.getScript(letter);
        if (SILENT.indexOf(letter) >= 0) {
            return false;
        }
        if (script == UScript.ARABIC) {
            out.append(arabic(letter, at, at + 1 == length));
            return false;
        }
        if (letter == 'ה' && at + 1 == length) {
            out.append('a');
            return false;
        }
        String cyrillic = CYRILLIC.get(letter);
        if (cyrillic != null) {
            out.append(cyrillic);
            return false;
        }
        // Arabic vowel signs are inherited marks: hardly anybody writes them, so they must not count.
        if (script == UScript.INHERITED && letter >= 0x064B && letter <= 0x0670) {
            return false;
        }
        out.appendCodePoint(letter);
        return script != UScript.LATIN && script != UScript.COMMON
                || UCharacter.hasBinaryProperty(letter, UProperty.IDEOGRAPHIC);
    }

    /// Three Arabic letters are read by where they stand: waw and ya are consonants only in front, ayn only
    /// opens a word that would otherwise begin without a vowel, and the feminine ending is a vowel.
    private static String arabic(int letter, int at, boolean last) {
        return switch (letter) {
            case 'و' -> at == 0 ? "w" : "u";
            case 'ي', 'ی' -> at == 0 ? "y" : "i";
            case 'ع' -> at == 0 ? "a" : "";
            case 'ة' -> last ? "a" : "t";
            default -> ARABIC.getOrDefault(letter, "");
        };
    }

    private static Map<Integer, String> table(String pairs) {
        String[] cells = pairs.strip().split("\\s+");
        Map<Integer, String> table = new java.util.HashMap<>();
        for (int i = 0; i < cells.length; i += 2) {
            table.put(cells[i].codePointAt(0), cells[i + 1]);
        }
        return Map.copyOf(table);
    }
}
