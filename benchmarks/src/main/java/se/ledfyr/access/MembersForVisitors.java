package se.ledfyr.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import se.ledfyr.organisations.Member;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.Members;
import se.ledfyr.organisations.Organisation;
import se.ledfyr.organisations.OrganisationKind;
import se.ledfyr.organisations.Organisations;
import se.ledfyr.organisations.Role;

/// Coordinators for a load test, spread over the regional offices, all with the same password.
public final class MembersForVisitors {

    private MembersForVisitors() {}

    /// Adds as many as are missing.
    ///
    /// @return their logins
    public static List<String> arrive(ApplicationContext house, int number, String password) {
        Members members = house.getBean(Members.class);
        TransactionTemplate transaction = house.getBean(TransactionTemplate.class);
        String hash = house.getBean(Passwords.class).hash(password);
        List<Organisation> offices = house.getBean(Organisations.class).list().stream()
                .filter(each -> each.kind() == OrganisationKind.REGIONAL_COORDINATION)
                .toList();
        List<String> logins = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            Organisation office = offices.get(i % offices.size());
            String login = "visitor%d@example.org".formatted(i);
            logins.add(login);
            int which = i;
            new Acting(office.id(), null, Set.of())
                    .run(() -> transaction.executeWithoutResult(status -> {
                        if (members.findByLogin(login).isEmpty()) {
                            Member member = new Member(
                                    MemberId.random(),
                                    office.id(),
                                    login,
                                    "Besökare " + which,
                                    Set.of(Role.COORDINATOR, Role.STATISTICIAN),
                                    true);
                            members.add(member);
                            house.getBean(Credentials.class).setPassword(member.id(), office.id(), hash);
                        } else {
                            house.getBean(Credentials.class)
                                    .setPassword(
                                            members.findByLogin(login)
                                                    .orElseThrow()
                                                    .id(),
                                            office.id(),
                                            hash);
                        }
                    }));
        }
        return logins;
    }
}
