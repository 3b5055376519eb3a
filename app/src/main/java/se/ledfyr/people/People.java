package se.ledfyr.people;

import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;

/// Who the people in the acting organisation's keeping are.
///
/// Every method asks for [Right#WORK_WITH_PEOPLE]; without it, and for another organisation's people, the answer
/// is [NotHere] or nothing at all. The identity of a protected person is masked in every answer but that of
/// [#reveal].
@Service
@Transactional
public class People {

    /// A search gives at most this many people; who wants others has to write more of the name.
    public static final int MAX_FOUND = 50;

    private static final int MAX_REASON = 2_000;

    private final PersonRows rows;
    private final PersonKeys keys;
    private final Writing writing;
    private final Finding finding;
    private final ParcelRows parcels;
    private final AuditLog audit;

    People(PersonRows rows, PersonKeys keys, Writing writing, Finding finding, ParcelRows parcels, AuditLog audit) {
        this.rows = rows;
        this.keys = keys;
        this.writing = writing;
        this.finding = finding;
        this.parcels = parcels;
        this.audit = audit;
    }

    /// Whether a text can be kept as a reason: something is said, it is not too long, and all of it can be seen.
    public static boolean isReason(String text) {
        try {
            Guard.required(text, MAX_REASON, "reason");
            return true;
        } catch (IllegalArgumentException cannotBeKept) {
            return false;
        }
    }

    /// Takes a person into keeping. With an empty identity nothing is sealed.
    ///
    /// @param facts what tells namesakes apart; kept in step by [#factsChanged]
    public PersonId add(Identity identity, @Nullable Protection protection, NameFacts facts) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        PersonId person = PersonId.random();
        writing.add(person, identity, protection, facts);
        if (!identity.isEmpty() || protection != null) {
            audit.note(Action.REGISTERED, Subject.PERSON, person.value(), null);
        }
        return person;
    }

    /// Takes a person into keeping of whom nobody knows who it is. There is nothing to note but the registration,
    /// which its maker notes.
    public PersonId addWithoutIdentity() {
        return addWithoutIdentity(1).getFirst();
    }

    /// As many such persons at once, in one statement.
    public List<PersonId> addWithoutIdentity(int count) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        List<PersonId> people = Stream.generate(PersonId::random).limit(count).toList();
        if (!people.isEmpty()) {
            rows.addBare(people);
        }
        return people;
    }

    /// Takes many into keeping at once, each as with [#add], in a few statements. The answer is in the order of
    /// `people`.
    public List<PersonId> addAll(List<NewPerson> people) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        List<PersonId> ids =
                Stream.generate(PersonId::random).limit(people.size()).toList();
        if (people.isEmpty()) {
            return ids;
        }
        writing.addAll(ids, people);
        List<UUID> known = IntStream.range(0, ids.size())
                .filter(i ->
                        !people.get(i).identity().isEmpty() || people.get(i).protection() != null)
                .mapToObj(i -> ids.get(i).value())
                .toList();
        if (!known.isEmpty()) {
            audit.note(Action.REGISTERED, Subject.PERSON, known, null, "together " + known.size());
        }
        return ids;
    }

    /// Whether a person is in the acting organisation's keeping and has not been erased. Nothing is opened,
    /// nothing noted.
    public boolean isKept(PersonId person) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return rows.find(person).filter(known -> known.erasedAt() == null).isPresent();
    }

    /// A person as they may be seen without a reason. Noted as read.
    public Optional<KnownPerson> find(PersonId person) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return rows.find(person).map(known -> {
            audit.note(Action.READ, Subject.PERSON, person.value(), null);
            Identity shown = known.isMasked() ? Identity.NONE : known.identity(keys);
            return new KnownPerson(
                    person, shown, known.protection(), known.isMasked(), known.createdAt(), known.erasedAt());
        });
    }

    /// Everything that is known, protected or not. Noted together with the reason.
    ///
    /// @param reason 1 to 2000 characters, in the member's own words
    /// @throws NotHere when there is no such person
    public Identity reveal(PersonId person, String reason) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        String why = Guard.required(reason, MAX_REASON, "reason");
        SealedPerson known = rows.find(person).orElseThrow(NotHere::new);
        audit.note(Action.IDENTITY_REVEALED, Subject.PERSON, person.value(), why);
        return known.identity(keys);
    }

    /// Sets who somebody is. What was there before is kept, sealed, with the time it was replaced.
    ///
    /// A form that was filled from a masked person knows nothing: reveal first, or use [#changeProtection].
    ///
    /// @param reason 1 to 2000 characters
    /// @throws NotHere when there is no such person, or everything about them was erased
    public void change(
            PersonId person, Identity identity, @Nullable Protection protection, NameFacts facts, String reason) {
        String why = Guard.required(reason, MAX_REASON, "reason");
        SealedPerson known = lock(person);
        Set<IdentityKind> kinds = writing.change(known, identity, facts);
        rows.setProtection(person, protection);
        String detail = Writing.list(kinds) + (protection == known.protection() ? "" : " PROTECTION");
        audit.note(Action.IDENTITY_CHANGED, Subject.PERSON, List.of(person.value()), why, detail.strip());
    }

    /// Sets or lifts the protection and leaves who somebody is untouched and unopened.
    ///
    /// @param reason 1 to 2000 characters
    /// @throws NotHere when there is no such person, or everything about them was erased
    public void changeProtection(PersonId person, @Nullable Protection protection, String reason) {
        String why = Guard.required(reason, MAX_REASON, "reason");
        lock(person);
        rows.setProtection(person, protection);
        audit.note(Action.IDENTITY_CHANGED, Subject.PERSON, List.of(person.value()), why, "PROTECTION");
    }

    /// Keeps the index in step when birth year or citizenship were corrected. The correction itself is noted by
    /// who makes it; nothing that is sealed is shown.
    ///
    /// @throws NotHere when there is no such person, or everything about them was erased
    public void factsChanged(PersonId person, NameFacts facts) {
        SealedPerson known = lock(person);
        if (!known.fields().isEmpty()) {
            writing.change(known, known.identity(keys), facts);
        }
    }

    /// What a list may show, for those of `people` that can be seen. Not noted: the list notes what it shows.
    public Map<PersonId, PersonName> names(Collection<PersonId> people) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        Map<PersonId, PersonName> names = new LinkedHashMap<>();
        rows.list(people, EnumSet.of(IdentityKind.NAME, IdentityKind.ALIAS))
                .forEach((id, known) -> names.put(id, known.name(keys)));
        return names;
    }

    /// People by words of their names and aliases in any order and spelling, or by a number or telephone; best
    /// first, at most [#MAX_FOUND]. Noted with who was found, without what was written.
    public List<PersonId> search(String text) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        List<PersonId> found = text.length() > Identity.MAX_NAME ? List.of() : finding.search(text, MAX_FOUND);
        audit.note(Action.SEARCHED, Subject.PERSON, values(found), null, "found " + found.size());
        return found;
    }

    /// People in the own organisation who may be the one being registered, best first. Noted as shown.
    ///
    /// Birth years at most one apart and equal citizenship, or not known on one side; names in any order, script
    /// and spelling, aliases too. Somebody with the same number is always among them. At most 25 people are
    /// opened to find out.
    public List<Candidate> candidates(Identity identity, NameFacts facts) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        if (identity.names().isEmpty() && identity.identifiers().isEmpty()) {
            return List.of();
        }
        List<Candidate> candidates = finding.candidates(identity, facts);
        List<UUID> shown = values(candidates.stream().map(Candidate::person).toList());
        audit.note(Action.CANDIDATES_SHOWN, Subject.PERSON, shown, null, "shown " + shown.size());
        return candidates;
    }

    /// Others in the own organisation who may be the same person as one in keeping already, likeliest first. Only those
    /// whom the acting member may see: so a double that arose around a sealed case comes to light for whoever sees
    /// both, and for nobody else. Noted as shown.
    ///
    /// @throws NotHere when there is no such person
    public List<Candidate> doubles(PersonId person) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        SealedPerson known = rows.find(person).orElseThrow(NotHere::new);
        if (known.fields().isEmpty()) {
            return List.of();
        }
        return candidates(known.identity(keys), known.facts(keys)).stream()
                .filter(candidate -> !candidate.person().equals(person))
                .toList();
    }

    /// What names one person exactly, for being compared without being shown: an identifier, a telephone number, or the
    /// words of a name.
    public ExactWords exactly(String text) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return finding.exact(text.length() > Identity.MAX_NAME ? "" : text);
    }

    /// Destroys the person's key: whatever was sealed with it, here and in other modules, can never be opened
    /// again, and nothing finds the person any more. So are parcels with them: those that came, and those that
    /// were sent and not adopted yet. The facts stay. Copies of the database from before still hold the wrapped
    /// key until they too are gone.
    ///
    /// @param reason 1 to 2000 characters
    /// @throws NotHere when there is no such person, or they were erased before
    public void erase(PersonId person, String reason) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        String why = Guard.required(reason, MAX_REASON, "reason");
        if (!rows.erase(person)) {
            throw new NotHere();
        }
        keys.forget();
        parcels.listOf(person).forEach(parcels::close);
        audit.note(Action.IDENTITY_ERASED, Subject.PERSON, person.value(), why);
    }

    private SealedPerson lock(PersonId person) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return rows.lock(person).filter(known -> known.erasedAt() == null).orElseThrow(NotHere::new);
    }

    private static List<UUID> values(List<PersonId> people) {
        return people.stream().map(PersonId::value).toList();
    }
}
