package se.ledfyr.people;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.methods.linkage.NameLikeness;
import se.ledfyr.methods.linkage.NameWord;
import se.ledfyr.methods.linkage.NameWords;

/// Finding people by index tokens, then opening a few to see who they are.
@Component
class Finding {

    /// At most this many people are opened for one question.
    static final int MAX_OPENED = 25;

    static final int MAX_SEARCH_OPENED = 100;
    static final int MAX_CANDIDATES = 10;

    /// Two of three words, or a whole name with a typing error, count; one of two does not.
    private static final double ALIKE = 0.65;

    private static final Set<IdentityKind> COMPARED = EnumSet.of(
            IdentityKind.NAME,
            IdentityKind.ALIAS,
            IdentityKind.PERSONAL_NUMBER,
            IdentityKind.COORDINATION_NUMBER,
            IdentityKind.RESERVE_NUMBER);

    private final PersonRows rows;
    private final PersonKeys keys;
    private final KeyRing ring;

    Finding(PersonRows rows, PersonKeys keys, KeyRing ring) {
        this.rows = rows;
        this.keys = keys;
        this.ring = ring;
    }

    List<Candidate> candidates(Identity identity, NameFacts facts) {
        List<PersonId> hits = rows.hits(tokens().forCandidates(identity, facts), MAX_OPENED);
        return open(hits, COMPARED)
                .flatMap(person -> compare(identity, facts, person).stream())
                .sorted(Comparator.comparingDouble(Candidate::score).reversed())
                .limit(MAX_CANDIDATES)
                .toList();
    }

    List<PersonId> search(String text, int most) {
        List<NameWord> words = NameWords.of(text);
        String number = Identifier.compact(text);
        return open(rows.hits(tokens().forSearch(text), MAX_SEARCH_OPENED), EnumSet.allOf(IdentityKind.class))
                .map(person -> new Found(person.id(), score(words, number, text, person.identity(keys))))
                .filter(found -> found.score() > 0)
                .sorted(Comparator.comparingDouble(Found::score).reversed())
                .limit(most)
                .map(Found::person)
                .toList();
    }

    ExactWords exact(String text) {
        return tokens().forExact(text);
    }

    private NameTokens tokens() {
        return new NameTokens(
                ring.index().tokensOf(Acting.current().organisation().value()));
    }

    /// In the order of the hits, which the query of the rows does not keep.
    private Stream<SealedPerson> open(Collection<PersonId> hits, Set<IdentityKind> kinds) {
        if (hits.isEmpty()) {
            return Stream.empty();
        }
        Map<PersonId, SealedPerson> found = rows.list(hits, kinds);
        return hits.stream().map(found::get).filter(Objects::nonNull);
    }

    private static double score(List<NameWord> words, String number, String text, Identity identity) {
        boolean known = identity.identifiers().stream()
                .anyMatch(own -> own.canonical().equals(number)
                        || number.length() > 10 && own.canonical().equals(number.substring(number.length() - 10)));
        String end = NameTokens.telephoneEnd(text);
        boolean called = end.length() >= 6
                && identity.telephones().stream()
                        .anyMatch(own -> NameTokens.telephoneEnd(own).equals(end));
        if (known || called) {
            return 2;
        }
        List<NameWord> all = identity.names().stream()
                .flatMap(name -> NameWords.of(name).stream())
                .distinct()
                .toList();
        NameLikeness likeness = NameLikeness.between(words, all);
        return likeness.pairs() < words.size() || words.isEmpty() ? 0 : Math.max(likeness.score(), 0.01);
    }

    private Optional<Candidate> compare(Identity asked, NameFacts facts, SealedPerson person) {
        Identity known = person.identity(keys);
        NameFacts knownFacts = person.facts(keys);
        boolean sameNumber = asked.identifiers().stream()
                .anyMatch(number -> known.identifiers().stream()
                        .anyMatch(own -> own.canonical().equals(number.canonical())));
        Likeness best = best(asked, known);
        boolean alike = best.names().score() >= ALIKE && facts.agreesWith(knownFacts);
        if (!sameNumber && !alike) {
            return Optional.empty();
        }
        Set<Candidate.Reason> reasons = EnumSet.noneOf(Candidate.Reason.class);
        if (sameNumber) {
            reasons.add(Candidate.Reason.SAME_NUMBER);
        }
        if (best.names().score() >= ALIKE) {
            reasons.addAll(best.reasons());
        }
        reasons.addAll(reasons(facts, knownFacts));
        double score = sameNumber ? 1 : best.names().score() * certainty(reasons);
        return Optional.of(new Candidate(person.id(), person.nameOf(known), reasons, Math.min(1, score)));
    }

    /// Facts that agree put a namesake above one about whom nothing else is known.
    private static double certainty(Set<Candidate.Reason> reasons) {
        double year = reasons.contains(Candidate.Reason.SAME_BIRTH_YEAR)
                ? 0.1
                : reasons.contains(Candidate.Reason.BIRTH_YEAR_ONE_APART) ? 0.05 : 0;
        return 0.85 + year + (reasons.contains(Candidate.Reason.SAME_CITIZENSHIP) ? 0.05 : 0);
    }

    private static Set<Candidate.Reason> reasons(NameFacts one, NameFacts other) {
        Set<Candidate.Reason> reasons = EnumSet.noneOf(Candidate.Reason.class);
        if (one.birthYear() != null && other.birthYear() != null) {
            int apart = Math.abs(one.birthYear() - other.birthYear());
            if (apart == 0) {
                reasons.add(Candidate.Reason.SAME_BIRTH_YEAR);
            } else if (apart == 1) {
                reasons.add(Candidate.Reason.BIRTH_YEAR_ONE_APART);
            }
        }
        if (one.citizenship() != null && one.citizenship().equals(other.citizenship())) {
            reasons.add(Candidate.Reason.SAME_CITIZENSHIP);
        }
        return reasons;
    }

    private static Likeness best(Identity one, Identity other) {
        return one.names().stream()
                .flatMap(name -> other.names().stream()
                        .map(known -> new Likeness(
                                NameLikeness.between(name, known),
                                !name.equals(one.name()) || !known.equals(other.name()))))
                .max(Comparator.comparingDouble(likeness -> likeness.names().score()))
                .orElse(new Likeness(new NameLikeness(0, 0, Set.of()), false));
    }

    private record Likeness(NameLikeness names, boolean alias) {

        Set<Candidate.Reason> reasons() {
            Set<Candidate.Reason> reasons = EnumSet.noneOf(Candidate.Reason.class);
            for (NameLikeness.Reason reason : names.reasons()) {
                reasons.add(
                        switch (reason) {
                            case SAME_WORD -> Candidate.Reason.SAME_NAME;
                            case SOUNDS_ALIKE -> Candidate.Reason.SOUNDS_ALIKE;
                            case SPELLED_ALIKE -> Candidate.Reason.SPELLED_ALIKE;
                            case ORDER_SWAPPED -> Candidate.Reason.ORDER_SWAPPED;
                        });
            }
            if (alias) {
                reasons.add(Candidate.Reason.ALIAS);
            }
            return reasons;
        }
    }

    private record Found(PersonId person, double score) {}
}
