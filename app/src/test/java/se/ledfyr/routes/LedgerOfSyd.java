package se.ledfyr.routes;

import java.util.UUID;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.personas.Personas;

/// What the consent module keeps for the office Syd, and what it let out.
record LedgerOfSyd(String consent, String parcel, String consultation, String notice) {

    /// In one block, because a parcel and its share are looked at together.
    static LedgerOfSyd make(UUID office, UUID person) {
        UUID consent = UUID.randomUUID();
        UUID parcel = UUID.randomUUID();
        UUID consultation = UUID.randomUUID();
        UUID notice = UUID.randomUUID();
        insert(
                """
                insert into consent.consent (id, organisation, person_id, purpose, receivers, groups, given_by, given_how,
                                             language, interpreter, from_on, recorded_at)
                values (?, ?, ?, 'support', array[?], array['basics'], 'self', 'spoken', 'sv', 'none_needed', current_date, now())
                """,
                consent,
                office,
                person,
                Personas.NGO_CASEWORKER.place().id().value());
        insert("""
                do $$ begin
                insert into people.parcel (id, from_organisation, to_organisation, groups, data_key, sealed, made_at)
                values ('%1$s', '%2$s', '%3$s', array['basics'], 'k', 's', now());
                insert into people.parcel_person (parcel_id, organisation, person_id) values ('%1$s', '%2$s', '%4$s');
                insert into consent.share (id, organisation, person_id, parcel_id, receiver, purpose, groups, ground, reason,
                                           shared_at)
                values (gen_random_uuid(), '%2$s', '%4$s', '%1$s', '%3$s', 'support', array['basics'], 'crime', 'Skäl', now());
                end $$
                """.formatted(
                        parcel, office, Personas.NGO_CASEWORKER.place().id().value(), person));
        insert("""
                insert into consent.consultation (id, organisation, held_on, region, asked_by, channel, topics, concerns,
                                                  outcome, recorded_at)
                values (?, ?, current_date, 'syd', 'police', 'telephone', array['indicators'], 'adult', 'advice', now())
                """, consultation, office);
        insert("""
                insert into consent.notice (id, organisation, met_on, region, sex, referred_by, declined, informed, recorded_at)
                values (?, ?, current_date, 'syd', 'female', 'police', array['all'], true, now())
                """, notice, office);
        return new LedgerOfSyd(consent.toString(), parcel.toString(), consultation.toString(), notice.toString());
    }

    private static void insert(String sql, Object... values) {
        TestInstallation.owner().sql(sql).params(values).update();
    }
}
