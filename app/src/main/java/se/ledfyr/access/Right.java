package se.ledfyr.access;

import java.util.EnumSet;
import java.util.Set;
import se.ledfyr.organisations.OrganisationKind;
import se.ledfyr.organisations.Role;

/// What somebody may do. Whose data they may do it to is not decided here but by row-level security.
public enum Right {
    /// Register people, correct and remove registrations, read who they are.
    WORK_WITH_PEOPLE,
    /// Read facts without anybody's identity, in the own organisation.
    READ_FACTS,
    /// Read facts of every organisation without anybody's identity; close a year.
    READ_NATIONAL_FACTS,
    /// See where people are left between chairs in the country, in sums without anybody's identity.
    SEE_CHAIRS,
    /// Read observations of the country for the platform of civil society: refusals, delays, waiting, in
    /// sums about nobody and never about few.
    READ_OBSERVATIONS,
    /// Seal a person's case to named members, name others, lift the seal; for whoever can see the person.
    SEAL_CASES,
    /// Add members to the own organisation, give roles, shut out.
    ADMINISTER_MEMBERS,
    /// Let new organisations take part.
    ADMINISTER_ORGANISATIONS,
    /// Read who did what in the own organisation.
    READ_AUDIT,
    /// Read who did what everywhere.
    READ_NATIONAL_AUDIT,
    /// Share about a person without their consent and without a lawful ground, with a reason the
    /// auditor reads.
    OVERRIDE_CONSENT,
    /// Read agreements, accounts and forecasts of the programmes that the own organisation keeps or
    /// pays for. They are about money and about nobody.
    READ_ACCOUNTS,
    /// Keep the account of the programme that the own organisation runs: book, ask for more, close.
    KEEP_ACCOUNTS,
    /// Pay for the programmes: grant, decide on requests for more, confirm closed accounts.
    FUND_PROGRAMMES,
    /// Open an application to the return programme: regional coordinators alone.
    OPEN_RETURNS,
    /// Follow returns: coordination offices, and who carries returns out.
    FOLLOW_RETURNS,
    /// Read what members of the platform of civil society sent, say who its members are, close a year of
    /// theirs. About people without anybody's name or reference.
    COMPILE_CONTACTS,
    /// Held by no member: what the house does by itself when a clock rings or a link is followed.
    /// Sealed cases are there for it, or their deadlines would pass unnoticed; nothing it reads is
    /// shown to anybody.
    ACT_FOR_THE_HOUSE;

    /// Rights follow from the roles and from the kind of organisation they are held in: a statistician
    /// or auditor of one organisation sees that organisation, only those of the national coordination
    /// see the country.
    public static Set<Right> of(OrganisationKind kind, Set<Role> roles) {
        boolean national = kind == OrganisationKind.NATIONAL_COORDINATION;
        Set<Right> rights = EnumSet.noneOf(Right.class);
        for (Role role : roles) {
            rights.addAll(of(role, national));
            rights.addAll(moneyOf(kind, role));
        }
        if (rights.contains(READ_NATIONAL_FACTS) || national && rights.contains(WORK_WITH_PEOPLE)) {
            rights.add(SEE_CHAIRS);
        }
        boolean platform = kind == OrganisationKind.CIVIL_PLATFORM && rights.contains(READ_FACTS);
        if (platform || rights.contains(READ_NATIONAL_FACTS)) {
            rights.add(READ_OBSERVATIONS);
        }
        if (kind == OrganisationKind.REGIONAL_COORDINATION && roles.contains(Role.COORDINATOR)) {
            rights.add(OPEN_RETURNS);
        }
        if (kind == OrganisationKind.CIVIL_PLATFORM) {
            compiling(rights, roles);
        }
        boolean end = kind == OrganisationKind.REGIONAL_COORDINATION || kind == OrganisationKind.RETURN_OPERATOR;
        if (end && rights.contains(WORK_WITH_PEOPLE)) {
            rights.add(FOLLOW_RETURNS);
        }
        return rights;
    }

    /// The platform compiles and meets nobody: it works with no person, whatever the role.
    private static void compiling(Set<Right> rights, Set<Role> roles) {
        rights.removeAll(EnumSet.of(WORK_WITH_PEOPLE, SEAL_CASES, OVERRIDE_CONSENT));
        if (roles.stream().anyMatch(role -> of(role, false).contains(READ_FACTS))) {
            rights.add(COMPILE_CONTACTS);
        }
    }

    /// Whoever runs a programme keeps its account, the national coordination pays. Those who work do
    /// so; statisticians read.
    private static Set<Right> moneyOf(OrganisationKind kind, Role role) {
        boolean keeps = kind == OrganisationKind.PROGRAMME_OFFICE || kind == OrganisationKind.RETURN_OPERATOR;
        boolean pays = kind == OrganisationKind.NATIONAL_COORDINATION;
        if (!keeps && !pays) {
            return Set.of();
        }
        return switch (role) {
            case COORDINATOR, CASEWORKER, LEAD -> EnumSet.of(READ_ACCOUNTS, keeps ? KEEP_ACCOUNTS : FUND_PROGRAMMES);
            case STATISTICIAN -> EnumSet.of(READ_ACCOUNTS);
            case ADMINISTRATOR, AUDITOR -> EnumSet.noneOf(Right.class);
        };
    }

    private static Set<Right> of(Role role, boolean national) {
        return switch (role) {
            case COORDINATOR, CASEWORKER -> EnumSet.of(WORK_WITH_PEOPLE, READ_FACTS);
            case LEAD -> EnumSet.of(WORK_WITH_PEOPLE, READ_FACTS, SEAL_CASES, OVERRIDE_CONSENT);
            case STATISTICIAN -> national ? EnumSet.of(READ_FACTS, READ_NATIONAL_FACTS) : EnumSet.of(READ_FACTS);
            case ADMINISTRATOR ->
                national ? EnumSet.of(ADMINISTER_MEMBERS, ADMINISTER_ORGANISATIONS) : EnumSet.of(ADMINISTER_MEMBERS);
            case AUDITOR -> national ? EnumSet.of(READ_AUDIT, READ_NATIONAL_AUDIT) : EnumSet.of(READ_AUDIT);
        };
    }
}
