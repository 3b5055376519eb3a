package se.ledfyr.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import se.ledfyr.organisations.Member;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.Members;
import se.ledfyr.organisations.Organisation;
import se.ledfyr.organisations.OrganisationId;
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
        String hash = house.getBean(Passwords.class).hash(password);
        List<Organisation> offices = house.getBean(Organisations.class).list().stream()
                .filter(each -> each.kind() == OrganisationKind.REGIONAL_COORDINATION)
                .toList();
        List<String> logins = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            Organisation office = offices.get(i % offices.size());
            String login = "visitor%d@example.org".formatted(i);
            logins.add(login);
            let(house, office, login, "Besökare " + i, Set.of(Role.COORDINATOR, Role.STATISTICIAN), hash);
        }
        return logins;
    }

    /// Adds somebody of the national coordination who reads the country's figures, unless they are there.
    ///
    /// @return their login
    public static String arriveFromTheNation(ApplicationContext house, String password) {
        return arriveAt(house, OrganisationKind.NATIONAL_COORDINATION, 1, password).getFirst();
    }

    /// Adds as many coordinators as are missing to the first organisation of a kind, and the organisation if need be.
    ///
    /// @return their logins
    public static List<String> arriveAt(
            ApplicationContext house, OrganisationKind kind, int number, String password) {
        Organisations organisations = house.getBean(Organisations.class);
        Organisation office = organisations.list().stream()
                .filter(each -> each.kind() == kind)
                .findFirst()
                .orElseGet(() -> {
                    Organisation added =
                            new Organisation(OrganisationId.random(), "Mätning " + kind, kind, null, null);
                    house.getBean(TransactionTemplate.class).executeWithoutResult(status -> organisations.add(added));
                    return added;
                });
        String hash = house.getBean(Passwords.class).hash(password);
        List<String> logins = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            String login = "%s%d@example.org".formatted(kind.name().toLowerCase(Locale.ROOT), i);
            let(house, office, login, "Besökare " + i, Set.of(Role.COORDINATOR, Role.STATISTICIAN), hash);
            logins.add(login);
        }
        return logins;
    }

    private static void let(
            ApplicationContext house, Organisation office, String login, String name, Set<Role> roles, String hash) {
        Members members = house.getBean(Members.class);
        Credentials credentials = house.getBean(Credentials.class);
        TransactionTemplate transaction = house.getBean(TransactionTemplate.class);
        new Acting(office.id(), null, Set.of())
                .run(() -> transaction.executeWithoutResult(status -> {
                    Member member = members.findByLogin(login).orElseGet(() -> {
                        Member added = new Member(MemberId.random(), office.id(), login, name, roles, true);
                        members.add(added);
                        return added;
                    });
                    credentials.setPassword(member.id(), office.id(), hash);
                }));
    }
}
