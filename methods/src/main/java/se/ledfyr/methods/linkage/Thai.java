package se.ledfyr.methods.linkage;

import java.util.regex.Pattern;

/// Brings Thai spelling a little nearer to how Thai names are written abroad, which follows the sound (Royal
/// Thai General System of Transcription): a letter under the silencing mark is not read, at the end of a word
/// every stop and sibilant of the t row is t and r and l are n, and the vowel carrier has no sound of its own.
final class Thai {

    private static final Pattern SILENCED = Pattern.compile("\\p{IsThai}[\u0e34\u0e38]?\u0e4c");
    private static final Pattern ENDS_IN_T = Pattern.compile("[จชซฌฎฏฐฑฒดตถทธศษส]$");
    private static final Pattern ENDS_IN_N = Pattern.compile("[รลฬญณ]$");
    private static final Pattern LEADING_VOWEL = Pattern.compile("([เแโไใ])([ก-ฮ])");

    private Thai() {}

    static String asHeard(String word) {
        if (word.codePoints().noneMatch(letter -> letter >= 0x0E01 && letter <= 0x0E5B)) {
            return word;
        }
        String heard = SILENCED.matcher(word).replaceAll("");
        heard = ENDS_IN_T.matcher(heard).replaceFirst("ต");
        heard = ENDS_IN_N.matcher(heard).replaceFirst("น");
        return LEADING_VOWEL.matcher(heard).replaceAll("$2$1").replace("อ", "a");
    }
}
