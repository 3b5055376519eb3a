package se.ledfyr.surveys;

import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.personas.Personas.Place;

/// Contacts that are there without anybody having filled in a form.
public final class TestContacts {

    private TestContacts() {}

    /// A contact of a member, with answers to everything an adult form needs.
    ///
    /// @param sent whether it was sent, or is a draft
    /// @param reference the member's own
    public static UUID add(Place member, int year, boolean sent, String reference) {
        UUID id = answered(member, year, sent, Some.adult(edition(year).year()));
        TestInstallation.owner()
                .sql("insert into surveys.own_reference (contact_id, organisation, reference) values (?, ?, ?)")
                .params(List.of(id, member.id().value(), reference))
                .update();
        return id;
    }

    /// A contact of a member on the adult form, with any answers and without a reference.
    public static UUID answered(Place member, int year, boolean sent, Answers answers) {
        Edition edition = edition(year);
        UUID id = UUID.randomUUID();
        TestInstallation.owner()
                .sql("""
                        insert into surveys.contact (id, organisation, year, form, edition, definition_hash, state, answers, begun_at,
                                                     written_at, sent_at)
                        values (?, ?, ?, 'ADULT', ?, decode(?, 'hex'), ?, ?::jsonb, now(), now(),
                                case when ? then now() end)
                        """)
                .params(List.of(
                        id,
                        member.id().value(),
                        year,
                        edition.id(),
                        HexFormat.of().formatHex(edition.hashBytes()),
                        sent ? "SENT" : "DRAFT",
                        AnswersJson.write(answers).data(),
                        sent))
                .update();
        return id;
    }

    /// That of the year, or the first there is.
    private static Edition edition(int year) {
        Editions editions = Editions.delivered();
        return editions.current(SurveyForm.ADULT, year).orElseGet(() -> editions.get("adult-2025"));
    }
}
