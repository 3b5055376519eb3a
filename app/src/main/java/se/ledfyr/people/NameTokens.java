package se.ledfyr.people;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ledfyr.methods.linkage.NameWord;
import se.ledfyr.methods.linkage.NameWords;

/// Which tokens a person is found by, and which are asked for to find one.
///
/// A single word is far too common to fetch everybody who has it from a register of a million. Next to the word
/// itself there are therefore tokens of two facts each: two words, a word and a birth year, a word with the
/// first sound of another and a birth year. Those are short lists even for the most common names.
final class NameTokens {

    /// A person with more names than any real one is found by some of them.
    static final int MAX_STORED = 400;

    private static final int MAX_ASKED = 600;

    private static final String NUMBER = "number";
    private static final String TELEPHONE = "telephone";
    private static final String SPELLING = "spelling";
    private static final String SOUND = "sound";
    private static final String SOUND_YEAR = "sound+year";
    private static final String PAIR = "pair";
    private static final String PAIR_YEAR = "pair+year";
    private static final String SOUND_INITIAL_YEAR = "sound+initial+year";
    private static final String UNKNOWN = "-";

    private static final int NUMBER_WEIGHT = 10_000;

    private final IndexKey.Tokens tokens;

    NameTokens(IndexKey.Tokens tokens) {
        this.tokens = tokens;
    }

    /// Everything a person is to be found by.
    Set<Long> stored(Identity identity, NameFacts facts) {
        Set<Long> all = new LinkedHashSet<>();
        numbers(identity).forEach(all::add);
        identity.telephones().forEach(telephone -> all.add(tokens.of(TELEPHONE, telephoneEnd(telephone))));
        String year = year(facts.birthYear());
        for (List<NameWord> words : read(identity)) {
            pairs(words, (one, other) -> {
                all.add(tokens.of(PAIR, one, other));
                all.add(tokens.of(PAIR_YEAR, one, other, year));
                all.add(tokens.of(SOUND_INITIAL_YEAR, one, initial(other), year));
                all.add(tokens.of(SOUND_INITIAL_YEAR, other, initial(one), year));
            });
            for (NameWord word : words) {
                all.add(tokens.of(SPELLING, word.spelling()));
                for (String sound : word.sounds()) {
                    all.add(tokens.of(SOUND, sound));
                    all.add(tokens.of(SOUND_YEAR, sound, year));
                }
            }
        }
        return new LinkedHashSet<>(all.stream().limit(MAX_STORED).toList());
    }

    /// What to ask for to find those who may be the same person, each with how much it says.
    Map<Long, Integer> forCandidates(Identity identity, NameFacts facts) {
        Asked asked = new Asked();
        numbers(identity).forEach(token -> asked.add(token, NUMBER_WEIGHT));
        List<String> years = facts.birthYear() == null ? List.of() : years(facts.birthYear());
        for (List<NameWord> words : read(identity)) {
            pairs(words, (one, other) -> {
                asked.add(tokens.of(PAIR, one, other), years.isEmpty() ? 16 : 1);
                for (String year : years) {
                    asked.add(tokens.of(PAIR_YEAR, one, other, year), 16);
                    asked.add(tokens.of(SOUND_INITIAL_YEAR, one, initial(other), year), 4);
                    asked.add(tokens.of(SOUND_INITIAL_YEAR, other, initial(one), year), 4);
                }
            });
            for (NameWord word : words) {
                asked.add(tokens.of(SPELLING, word.spelling()), 1);
                for (String sound : word.sounds()) {
                    asked.add(tokens.of(SOUND, sound), 1);
                    years.forEach(year -> asked.add(tokens.of(SOUND_YEAR, sound, year), 2));
                }
            }
        }
        return asked.weights;
    }

    /// What to ask for to find the words of a search, each with how much it says.
    Map<Long, Integer> forSearch(String text) {
        Asked asked = new Asked();
        String compact = Identifier.compact(text);
        if (compact.chars().filter(Character::isDigit).count() >= 6) {
            asked.add(tokens.of(NUMBER, compact), NUMBER_WEIGHT);
            asked.add(tokens.of(NUMBER, compact.substring(Math.max(0, compact.length() - 10))), NUMBER_WEIGHT);
            asked.add(tokens.of(TELEPHONE, telephoneEnd(text)), NUMBER_WEIGHT);
        }
        List<NameWord> words = NameWords.of(text);
        pairs(words, (one, other) -> asked.add(tokens.of(PAIR, one, other), 8));
        for (NameWord word : words) {
            asked.add(tokens.of(SPELLING, word.spelling()), 4);
            word.sounds().forEach(sound -> asked.add(tokens.of(SOUND, sound), 1));
        }
        return asked.weights;
    }

    /// What to ask for when one person is meant and no other: the number or the whole end of a telephone number as
    /// written, any of which will do, and every word of a name exactly as spelled, all of which must be there.
    ExactWords forExact(String text) {
        String compact = Identifier.compact(text);
        if (compact.chars().filter(Character::isDigit).count() >= 6) {
            Set<Long> any = new LinkedHashSet<>();
            any.add(tokens.of(NUMBER, compact));
            any.add(tokens.of(NUMBER, compact.substring(Math.max(0, compact.length() - 10))));
            String end = telephoneEnd(text);
            if (end.length() == 8) {
                any.add(tokens.of(TELEPHONE, end));
            }
            return new ExactWords(any, Set.of());
        }
        Set<Long> all = new LinkedHashSet<>();
        NameWords.of(text).forEach(word -> all.add(tokens.of(SPELLING, word.spelling())));
        return new ExactWords(Set.of(), all);
    }

    /// Numbers in two countries' writing differ in front, so the last eight digits stand for all of them.
    static String telephoneEnd(String telephone) {
        String digits = Identifier.compact(telephone).replaceAll("\\D", "");
        return digits.substring(Math.max(0, digits.length() - 8));
    }

    private Stream<Long> numbers(Identity identity) {
        return identity.identifiers().stream().map(number -> tokens.of(NUMBER, number.canonical()));
    }

    private static List<List<NameWord>> read(Identity identity) {
        return identity.names().stream().map(NameWords::of).toList();
    }

    /// Every two different words of one name, in every reading, in an order that does not depend on how they stand.
    private static void pairs(List<NameWord> words, PairUse use) {
        for (int i = 0; i < words.size(); i++) {
            for (int j = i + 1; j < words.size(); j++) {
                for (String one : words.get(i).sounds()) {
                    for (String other : words.get(j).sounds()) {
                        boolean inOrder = one.compareTo(other) <= 0;
                        use.of(inOrder ? one : other, inOrder ? other : one);
                    }
                }
            }
        }
    }

    private static String initial(String sound) {
        return sound.substring(0, 1);
    }

    private static String year(@Nullable Integer year) {
        return year == null ? UNKNOWN : year.toString();
    }

    private static List<String> years(int year) {
        return List.of(year(year), year(year - 1), year(year + 1), UNKNOWN);
    }

    private interface PairUse {
        void of(String one, String other);
    }

    private static final class Asked {

        private final Map<Long, Integer> weights = new HashMap<>();

        void add(long token, int weight) {
            if (weights.size() < MAX_ASKED) {
                weights.merge(token, weight, Math::max);
            }
        }
    }
}
