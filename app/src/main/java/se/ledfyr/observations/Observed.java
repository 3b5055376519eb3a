package se.ledfyr.observations;

import java.util.List;

/// What is observed: each is a table of its own and says where it comes from. Their sums are never added, since the
/// same person may be in several.
public enum Observed {
    /// Offers that an authority declined, by kind of authority and municipality, in the year of the answer.
    REFUSALS(
            Source.OFFERS,
            "municipality",
            List.of(Measure.PEOPLE, Measure.TIMES, Measure.WRITTEN, Measure.NOT_WRITTEN),
            """
            select case_id, kind, coalesce(municipality_code, ''), coalesce(written_decision, false), written_decision is false,
                   null::int
            from handover_api.authority_answer
            where declined is not null and declined <> 'person_said_no'
              and answered_at >= {1} and answered_at < {2}
            """),
    /// Municipalities that said no before somebody applied to the support programme, in the year of the application.
    MUNICIPAL_REFUSALS(
            Source.SUPPORT,
            "municipality",
            List.of(Measure.PEOPLE, Measure.TIMES, Measure.WRITTEN, Measure.ASKED_IN_VAIN),
            """
            select application_id, '', municipality_code, in_writing, asked_in_writing and not in_writing, null::int
            from support_api.municipal_refusal
            where year = {0}
            """),
    /// How long authorities take to answer what was offered to them in the year.
    ANSWERS(
            Source.OFFERS,
            "municipality",
            List.of(Measure.PEOPLE, Measure.TIMES, Measure.LATE, Measure.MEDIAN_DAYS),
            """
            select case_id, kind, coalesce(municipality_code, ''),
                   coalesce(answered_at, closed_at, {3}) > answer_by, false,
                   (answered_at at time zone 'Europe/Stockholm')::date - (offered_at at time zone 'Europe/Stockholm')::date
            from handover_api.authority_answer
            where offered_at >= {1} and offered_at < {2}
              and (answered_at is not null or coalesce(closed_at, {3}) > answer_by)
            """),
    /// People who were in detention or at the border when they were identified.
    DETAINED(Source.REGISTER, "referred_by", List.of(Measure.PEOPLE), """
            select id, '', referred_by, false, false, null::int
            from casework_api.counted_registration
            where year = {0} and referred_by in ('detention', 'border_police')
            """),
    /// Why nobody applied for a reflection period, among it that the person had been turned away before.
    NOT_APPLIED(Source.PERMITS, "no_application", List.of(Measure.PEOPLE), """
            select id, '', cause, false, false, null::int
            from permits_api.counted_not_applied
            where year = {0}
            """),
    /// From identification to the first help, of people with a need who were identified in the year.
    WAITING(
            Source.LEDGER,
            "police_region",
            List.of(Measure.PEOPLE, Measure.MEDIAN_DAYS, Measure.DAYS_OF_NINE_IN_TEN, Measure.STILL_WAITING),
            """
            select id, '', region, false, false, days_to_first_help
            from needs_api.counted_person
            where year = {0} and needs > 0
            """),
    /// Needs seen in the year that were not met, or only in part, or are open past the day they should have been met.
    UNMET_NEEDS(Source.LEDGER, "need_support", List.of(Measure.PEOPLE, Measure.HELPED_BY_NOBODY), """
            select person, '', need, met_by_nobody, false, null::int
            from needs_api.need_of_person
            where year = {0} and (state in ('UNMET', 'PARTLY_MET')
                                  or state = 'OPEN' and due_on < ({3} at time zone 'Europe/Stockholm')::date)
            """),
    /// Why needs seen in the year were not met.
    UNMET_WHY(Source.LEDGER, "need_unmet_reason", List.of(Measure.PEOPLE), """
            select person, '', unmet_reason, false, false, null::int
            from needs_api.need_of_person
            where year = {0} and state in ('UNMET', 'PARTLY_MET') and unmet_reason is not null
            """),
    /// What organisations answer on needs, and who met them.
    FORM_NEEDS(
            Source.FORMS,
            "need_support",
            List.of(Measure.PEOPLE, Measure.NOT_MET_BY_AUTHORITY, Measure.NOT_MET_AT_ALL),
            """
            select id, '', need, not met_by_authority, not met_by_authority and not met_by_civil_society, null::int
            from surveys_api.counted_need
            where year = {0}
            """),
    /// Why those whom organisations met needed civil society.
    FORM_REASONS(Source.FORMS, "reason_civil_support", List.of(Measure.PEOPLE), """
            select id, '', why_civil_society, false, false, null::int
            from surveys_api.counted_contact
            where year = {0} and why_civil_society is not null
            """),
    /// How soon those whom organisations met got support.
    FORM_WAITING(Source.FORMS, "time_to_support", List.of(Measure.PEOPLE), """
            select id, '', time_to_support, false, false, null::int
            from surveys_api.counted_contact
            where year = {0} and time_to_support is not null
            """),
    /// Who was in contact with an authority and was identified by somebody else, among them people in detention.
    FORM_OVERLOOKED(Source.FORMS, "contacted_authority", List.of(Measure.PEOPLE, Measure.FOUND_OUTSIDE), """
            select id, '', authority, identified_by in ('member_organisation', 'self', 'volunteer'), false, null::int
            from surveys_api.counted_contact
                     cross join lateral unnest(authorities_contacted) as met (authority)
            where year = {0} and identified_by is not null and authority not in ('none', 'regional_coordinator')
              and identified_by <> authority
              and not (authority in ('police', 'border_police') and identified_by in ('police', 'workplace_inspection'))
            """),
    /// Where organisations answer no about what people have a right to.
    FORM_NO(Source.FORMS, "answered_no", List.of(Measure.PEOPLE), """
            select id, '', answered.no, false, false, null::int
            from surveys_api.counted_contact
                     cross join lateral (values ('rights_met', rights_met is false),
                                                ('permit_granted', permit_granted is false),
                                                ('reflection_granted', reflection_granted is false),
                                                ('interventions', 'none' = any (social_services_interventions)))
                         as answered (no, holds)
            where year = {0} and answered.holds
            union all
            select id, '', 'compensation', false, false, null::int
            from surveys_api.counted_answer
            where year = {0} and question = 'compensation' and answer = 'claimed'
            """);

    /// Where a table comes from.
    public enum Source {
        /// What authorities answered when a case or a need was offered to them.
        OFFERS,
        /// Applications to the support programme.
        SUPPORT,
        /// Registrations.
        REGISTER,
        /// What was noted about reflection periods.
        PERMITS,
        /// The ledger of needs.
        LEDGER,
        /// What organisations answer once a year, each about whom it met.
        FORMS
    }

    private final Source source;
    private final String list;
    private final List<Measure> measures;
    private final String query;

    Observed(Source source, String list, List<Measure> measures, String query) {
        this.source = source;
        this.list = list;
        this.measures = measures;
        this.query = query;
    }

    public Source source() {
        return source;
    }

    /// The code list of the lines, or `answered_no` for what a no was answered to.
    public String list() {
        return list;
    }

    /// What each line tells, in order.
    public List<Measure> measures() {
        return measures;
    }

    String query() {
        return query;
    }
}
