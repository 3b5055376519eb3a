package se.ledfyr.methods.linkage;

import java.util.Set;

/// One word of a name, ready to be compared.
///
/// @param spelling lower case a-z and 0-9, with å, ä, ö and their two-letter spellings made equal; never empty
/// @param sounds phonetic skeletons, one to four: several where the letters leave open how they are read
/// @param foreign written in another script than Latin, so that its vowels may be missing
public record NameWord(String spelling, Set<String> sounds, boolean foreign) {

    public NameWord {
        if (spelling.isEmpty() || sounds.isEmpty()) {
            throw new IllegalArgumentException("A word has a spelling and a sound");
        }
        sounds = Set.copyOf(sounds);
    }

    /// Whether some reading of this word has the same skeleton as some reading of the other.
    public boolean soundsLike(NameWord other) {
        return sounds.stream().anyMatch(other.sounds::contains);
    }

    /// Names are personal data: a word never shows itself by accident.
    @Override
    public String toString() {
        return "NameWord[…]";
    }
}
