package se.ledfyr.emergency;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.organisations.Member;
import se.ledfyr.organisations.Members;
import se.ledfyr.organisations.Organisation;
import se.ledfyr.organisations.OrganisationKind;
import se.ledfyr.organisations.Organisations;
import se.ledfyr.organisations.Role;

/// The colleagues to whom a case can be sealed, and those who are told when the glass is broken.
@Component
class Workers {

    /// Who is told: those who lead, where nobody leads the auditors, where nobody audits the administrators.
    private static final List<Role> TOLD = List.of(Role.LEAD, Role.AUDITOR, Role.ADMINISTRATOR);

    private final Members members;
    private final Organisations organisations;

    Workers(Members members, Organisations organisations) {
        this.members = members;
        this.organisations = organisations;
    }

    /// Those of the acting organisation who work with people, by name.
    List<Member> list() {
        OrganisationKind kind = organisations
                .find(Acting.current().organisation())
                .map(Organisation::kind)
                .orElseThrow();
        return here().filter(member -> Right.of(kind, member.roles()).contains(Right.WORK_WITH_PEOPLE))
                .toList();
    }

    /// Those to be told of what the acting member does, never the member themselves; empty where there is
    /// nobody.
    Set<Member> others() {
        return TOLD.stream()
                .map(this::others)
                .filter(told -> !told.isEmpty())
                .findFirst()
                .orElse(Set.of());
    }

    private Set<Member> others(Role role) {
        return here().filter(member -> member.roles().contains(role))
                .filter(member -> !member.id().equals(Acting.current().member()))
                .collect(java.util.stream.Collectors.toSet());
    }

    private java.util.stream.Stream<Member> here() {
        return members.list().stream()
                .filter(Member::active)
                .filter(member -> member.organisation().equals(Acting.current().organisation()));
    }
}
