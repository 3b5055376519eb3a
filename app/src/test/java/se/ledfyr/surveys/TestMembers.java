package se.ledfyr.surveys;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.personas.Personas;

/// Organisations of civil society with somebody who works there, for walks that need many; gone without a trace
/// afterwards.
public final class TestMembers {

    private static final String GONE = """
            do $$
            begin
                set local session_replication_role = replica;
                delete from surveys.own_reference where organisation::text like '%1$s';
                delete from surveys.contact_change where organisation::text like '%1$s';
                delete from surveys.contact where organisation::text like '%1$s';
                delete from surveys.informal_note where organisation::text like '%1$s';
                delete from surveys.reminder where organisation::text like '%1$s';
                delete from surveys.membership where organisation::text like '%1$s';
                delete from surveys.participant where organisation::text like '%1$s';
                delete from surveys.year where year = %2$d;
                delete from deadlines.letter where organisation::text like '%1$s';
                delete from access.credential where organisation::text like '%1$s';
                delete from organisations.member where organisation::text like '%1$s';
                delete from organisations.organisation where id::text like '%1$s';
            end
            $$
            """;

    private static final String OURS = "00000000-0000-25__-%";

    private TestMembers() {}

    /// An organisation of civil society.
    ///
    /// @param label of the member of the platform; empty for one that is no member
    public record Organisation(OrganisationId id, MemberId worker, String label, String login) {}

    /// Lets organisations in.
    ///
    /// @param members how many members of the platform, labelled from ORG-101; one organisation more is none
    public static List<Organisation> arrive(int members) {
        return IntStream.rangeClosed(0, members)
                .mapToObj(n -> arrive(n, members))
                .toList();
    }

    private static Organisation arrive(int number, int members) {
        UUID id = new UUID(0x2500L + number, 1L);
        UUID worker = new UUID(0x2500L + number, 2L);
        String label = number == members ? "" : "ORG-1%02d".formatted(number + 1);
        String login = "walker%d@example.org".formatted(number);
        execute(
                "insert into organisations.organisation (id, name, kind, created_at) values (?, ?, ?, now())",
                id,
                "Medlem %02d (prov)".formatted(number + 1),
                number % 3 == 0 ? "SHELTER" : "NGO");
        execute(
                "insert into organisations.member (id, organisation, login, name, roles, created_at)"
                        + " values (?, ?, ?, ?, array['CASEWORKER'], now())",
                worker,
                id,
                login,
                "Volontär %02d".formatted(number + 1));
        execute(
                "insert into access.credential (member_id, organisation, password_hash, changed_at)"
                        + " select ?, ?, password_hash, now() from access.credential where member_id = ?",
                worker,
                id,
                Personas.NGO_CASEWORKER.id().value());
        if (!label.isEmpty()) {
            execute(
                    "insert into surveys.participant (organisation, platform, label, joined_at) values (?, ?, ?, now())",
                    id,
                    Personas.Place.PLATFORM.id().value(),
                    label);
        }
        return new Organisation(new OrganisationId(id), new MemberId(worker), label, login);
    }

    /// Takes out what [#arrive] brought and what they did, and opens the year again.
    public static void leave(int year) {
        TestInstallation.owner().sql(GONE.formatted(OURS, year)).update();
    }

    private static void execute(String sql, Object... values) {
        TestInstallation.owner().sql(sql).params(List.of(values)).update();
    }
}
