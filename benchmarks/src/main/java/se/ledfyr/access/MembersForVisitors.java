package se.ledfyr.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import se.ledfyr.fiction.NamesForVisitors;
import se.ledfyr.organisations.Member;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.Members;
import se.ledfyr.organisations.Organisation;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.organisations.OrganisationKind;
import se.ledfyr.organisations.Organisations;
import se.ledfyr.organisations.Role;
import se.ledfyr.people.NewPerson;
import se.ledfyr.people.People;

/// Coordinators for a load test, spread over the regional offices, all with the same password.
public final class MembersForVisitors {

    private static final int AT_ONCE = 500;

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
        Organisation office = first(house, kind).orElseGet(() -> {
            Organisation added = new Organisation(OrganisationId.random(), "Mätning " + kind, kind, null, null);
            new Acting(added.id(), null, Set.of()).run(() -> organisations.add(added));
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

    /// Takes people with names into the keeping of the first organisation of a kind: those whom lists show first.
    ///
    /// @param number how many
    public static void bring(ApplicationContext house, OrganisationKind kind, int number) {
        TransactionTemplate transaction = house.getBean(TransactionTemplate.class);
        NamesForVisitors names = new NamesForVisitors(number);
        new Acting(first(house, kind).orElseThrow().id(), null, Set.of(Right.WORK_WITH_PEOPLE)).run(() -> {
            for (int left = number; left > 0; left -= AT_ONCE) {
                List<NewPerson> some = names.people(Math.min(left, AT_ONCE));
                transaction.executeWithoutResult(status -> house.getBean(People.class).addAll(some));
            }
        });
    }

    /// Acting as somebody who has arrived at the first organisation of a kind.
    public static Acting as(ApplicationContext house, OrganisationKind kind, String login) {
        Organisation office = first(house, kind).orElseThrow();
        Member member = new Acting(office.id(), null, Set.of())
                .get(() -> house.getBean(Members.class).findByLogin(login).orElseThrow());
        return new Acting(office.id(), member.id(), Right.of(kind, member.roles()));
    }

    private static Optional<Organisation> first(ApplicationContext house, OrganisationKind kind) {
        return house.getBean(Organisations.class).list().stream()
                .filter(each -> each.kind() == kind)
                .findFirst();
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
