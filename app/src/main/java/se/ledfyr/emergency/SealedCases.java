package se.ledfyr.emergency;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.casework.Cases;
import se.ledfyr.casework.HolderInside;
import se.ledfyr.organisations.Member;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.people.People;
import se.ledfyr.people.PersonId;
import se.ledfyr.people.Seals;

/// Sealing a person's case to named members of the acting organisation, naming others, lifting the seal.
///
/// For everybody else the person, their registrations and their case are not there from then on: PostgreSQL
/// leaves them out of every answer. Those who lead are no exception. The log says of a seal no more than that
/// the protection of somebody's identity was changed, so that reading the log tells nobody that there is a
/// sealed case; why it was sealed is kept with the seal, under the person's own key.
@Service
@Transactional
public class SealedCases {

    private static final String REASON = "emergency.seal.reason";
    private static final String LIFTED_REASON = "emergency.seal.lifted_reason";
    private static final int MAX_REASON = 500;

    private final SealQueries queries;
    private final Workers workers;
    private final People people;
    private final Seals seals;
    private final Cases cases;
    private final AuditLog audit;

    SealedCases(SealQueries queries, Workers workers, People people, Seals seals, Cases cases, AuditLog audit) {
        this.queries = queries;
        this.workers = workers;
        this.people = people;
        this.seals = seals;
        this.cases = cases;
        this.audit = audit;
    }

    /// The seal in force on a person's case, for those who may see the person.
    public Optional<Seal> find(PersonId person) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return queries.find(person).map(found -> read(person, found));
    }

    /// Whether the acting member may seal this person's case or change its seal: who leads and can see it, or
    /// who holds the case. While the glass is broken, only who leads.
    public boolean mayDecide(PersonId person) {
        Acting acting = Acting.current();
        return acting.may(Right.WORK_WITH_PEOPLE)
                && acting.member() != null
                && (acting.may(Right.SEAL_CASES) || isHeldByMe(person) && isInside(person));
    }

    /// Those to whom a case can be sealed, by name.
    public List<Member> workers() {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return workers.list();
    }

    /// Seals the case of a person to named members. The acting member need not be among them, and then sees no
    /// more of it.
    ///
    /// @param reason 1-500 characters
    /// @throws NotHere when there is no such person, or the acting member may not decide
    /// @throws HolderLeftOut when the one who holds the case is not named
    /// @throws IllegalArgumentException when nobody is named, or somebody who does not work with people
    public void seal(PersonId person, Set<MemberId> to, String reason) {
        requireDecision(person);
        if (queries.find(person).isPresent()) {
            throw new NotHere();
        }
        refuse(person, to);
        UUID id = UUID.randomUUID();
        byte[] sealedReason = seals.seal(person, REASON, id.toString(), given(reason));
        note(person);
        queries.name(person, to);
        queries.seal(id, person, sealedReason);
    }

    /// Names exactly these members, and no others, for a case that is sealed.
    ///
    /// @throws NotHere when there is no such sealed case, or the acting member may not decide
    /// @throws HolderLeftOut when the one who holds the case is not named
    /// @throws IllegalArgumentException when nobody is named, or somebody who does not work with people
    public void name(PersonId person, Set<MemberId> to) {
        requireDecision(person);
        Seal seal = find(person).orElseThrow(NotHere::new);
        refuse(person, to);
        Set<MemberId> leaving = new HashSet<>(seal.members());
        leaving.removeAll(to);
        Set<MemberId> coming = new HashSet<>(to);
        coming.removeAll(seal.members());
        note(person);
        queries.name(person, coming);
        queries.nameNoMore(person, leaving);
    }

    /// Lifts the seal: the case is there again for everybody in the organisation who works with people. A
    /// double that somebody registered meanwhile, because to them nobody was there, is shown by [#doubles] to
    /// whoever sees both.
    ///
    /// @param reason 1-500 characters
    /// @throws NotHere when there is no such sealed case, or the acting member may not decide
    public void lift(PersonId person, String reason) {
        requireDecision(person);
        SealQueries.Found found = queries.find(person).orElseThrow(NotHere::new);
        byte[] sealedReason = seals.seal(person, LIFTED_REASON, found.id().toString(), given(reason));
        note(person);
        queries.lift(found.id(), sealedReason);
        queries.nameNoMore(
                person,
                queries.insiders(person).stream().map(Seal.Insider::member).toList());
    }

    /// The people whose cases are sealed to the acting member.
    public List<PersonId> listMine() {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return Acting.current().member() == null ? List.of() : queries.sealedToMe();
    }

    /// How a sealed case was opened by breaking the glass, latest first.
    public List<Breaking> breakings(PersonId person) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return queries.breakings(person);
    }

    private Seal read(PersonId person, SealQueries.Found found) {
        String reason = seals.open(person, REASON, found.id().toString(), found.reason())
                .orElse(null);
        return new Seal(found.at().toInstant(), found.by(), reason, queries.insiders(person));
    }

    private void requireDecision(PersonId person) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        if (people.find(person).isEmpty() || !mayDecide(person)) {
            throw new NotHere();
        }
    }

    private void refuse(PersonId person, Set<MemberId> to) {
        List<MemberId> able = workers.list().stream().map(Member::id).toList();
        if (to.isEmpty() || !able.containsAll(to)) {
            throw new IllegalArgumentException("A case is sealed to colleagues who work with people");
        }
        @Nullable MemberId holder = holder(person);
        if (holder != null && !to.contains(holder)) {
            throw new HolderLeftOut();
        }
    }

    private boolean isHeldByMe(PersonId person) {
        @Nullable MemberId holder = holder(person);
        return holder != null && holder.equals(Acting.current().member());
    }

    private boolean isInside(PersonId person) {
        List<MemberId> insiders = new ArrayList<>(
                queries.insiders(person).stream().map(Seal.Insider::member).toList());
        return queries.find(person).isEmpty()
                || insiders.contains(Acting.current().member());
    }

    private @Nullable MemberId holder(PersonId person) {
        return cases.findOf(person)
                .filter(file -> file.isHeldBy(Acting.current().organisation()))
                .flatMap(CaseFile::holder)
                .map(CaseFile.Holder::inside)
                .map(inside -> inside instanceof HolderInside.Colleague colleague ? colleague.member() : null)
                .orElse(null);
    }

    private void note(PersonId person) {
        audit.note(Action.IDENTITY_CHANGED, Subject.PERSON, List.of(person.value()), null, "PROTECTION");
    }

    private static String given(String reason) {
        String why = reason.strip();
        if (!People.isReason(why) || why.length() > MAX_REASON) {
            throw new IllegalArgumentException("reason must be 1-%d characters".formatted(MAX_REASON));
        }
        return why;
    }
}
