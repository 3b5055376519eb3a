package se.ledfyr.casework;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.AccessEvent;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.organisations.Member;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.Members;
import se.ledfyr.organisations.Organisation;
import se.ledfyr.organisations.Organisations;

/// Which colleagues can hold a case, and what happens to what they hold when they no longer can.
@Service
@Transactional
public class CaseColleagues {

    private final Members members;
    private final Organisations organisations;
    private final CaseActs acts;
    private final AuditLog audit;

    CaseColleagues(Members members, Organisations organisations, CaseActs acts, AuditLog audit) {
        this.members = members;
        this.organisations = organisations;
        this.acts = acts;
        this.audit = audit;
    }

    /// Those to whom a case can be given, by name.
    public List<Member> list() {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return members.list().stream().filter(this::works).toList();
    }

    /// Makes sure that whoever is given a case can hold it, until the transaction ends: a member cannot
    /// be shut out meanwhile, and who is just being shut out is not given one.
    ///
    /// @throws IllegalArgumentException when they cannot
    void hold(HolderInside inside) {
        if (inside instanceof HolderInside.Colleague colleague
                && members.hold(colleague.member()).filter(this::works).isEmpty()) {
            throw new IllegalArgumentException("Only a colleague who works with people can hold a case");
        }
    }

    /// What somebody held who was shut out, or no longer works with people, falls to the duty function
    /// in the same transaction.
    @EventListener
    void changed(AccessEvent.MemberChanged event) {
        MemberId member = event.member();
        if (members.find(member).filter(this::works).isEmpty()) {
            Set<UUID> fallen = acts.fallToDuty(member);
            if (!fallen.isEmpty()) {
                audit.note(Action.CASE_MOVED, Subject.CASE, fallen, null, "fell to the duty function");
            }
        }
    }

    private boolean works(Member member) {
        return member.active()
                && organisations
                        .find(member.organisation())
                        .map(Organisation::kind)
                        .map(kind -> Right.of(kind, member.roles()).contains(Right.WORK_WITH_PEOPLE))
                        .orElse(false);
    }
}
