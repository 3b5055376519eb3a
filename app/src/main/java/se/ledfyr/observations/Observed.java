package se.ledfyr.observations;

import java.util.List;

/// What is observed: each is a table of its own, and their sums are never added, since the same person may be in
/// several.
public enum Observed {
    /// Offers that an authority declined, by kind of authority and municipality, in the year of the answer.
    REFUSALS("municipality", List.of(Measure.PEOPLE, Measure.TIMES, Measure.WRITTEN, Measure.NOT_WRITTEN), """
            select case_id, kind, coalesce(municipality_code, ''), coalesce(written_decision, false), written_decision is false,
                   null::int
            from handover_api.authority_answer
            where declined is not null and declined <> 'person_said_no'
              and answered_at >= {1} and answered_at < {2}
            """),
    /// Municipalities that said no before somebody applied to the support programme, in the year of the application.
    MUNICIPAL_REFUSALS(
            "municipality", List.of(Measure.PEOPLE, Measure.TIMES, Measure.WRITTEN, Measure.ASKED_IN_VAIN), """
            select application_id, '', municipality_code, in_writing, asked_in_writing and not in_writing, null::int
            from support_api.municipal_refusal
            where year = {0}
            """),
    /// How long authorities take to answer what was offered to them in the year.
    ANSWERS("municipality", List.of(Measure.PEOPLE, Measure.TIMES, Measure.LATE, Measure.MEDIAN_DAYS), """
            select case_id, kind, coalesce(municipality_code, ''),
                   coalesce(answered_at, closed_at, {3}) > answer_by, false,
                   (answered_at at time zone 'Europe/Stockholm')::date - (offered_at at time zone 'Europe/Stockholm')::date
            from handover_api.authority_answer
            where offered_at >= {1} and offered_at < {2}
              and (answered_at is not null or coalesce(closed_at, {3}) > answer_by)
            """),
    /// People who were in detention or at the border when they were identified.
    DETAINED("referred_by", List.of(Measure.PEOPLE), """
            select id, '', referred_by, false, false, null::int
            from casework_api.counted_registration
            where year = {0} and referred_by in ('detention', 'border_police')
            """),
    /// Why nobody applied for a reflection period, among it that the person had been turned away before.
    NOT_APPLIED("no_application", List.of(Measure.PEOPLE), """
            select id, '', cause, false, false, null::int
            from permits_api.counted_not_applied
            where year = {0}
            """),
    /// From identification to the first help, of people with a need who were identified in the year.
    WAITING(
            "police_region",
            List.of(Measure.PEOPLE, Measure.MEDIAN_DAYS, Measure.DAYS_OF_NINE_IN_TEN, Measure.STILL_WAITING),
            """
            select id, '', region, false, false, days_to_first_help
            from needs_api.counted_person
            where year = {0} and needs > 0
            """);

    private final String list;
    private final List<Measure> measures;
    private final String query;

    Observed(String list, List<Measure> measures, String query) {
        this.list = list;
        this.measures = measures;
        this.query = query;
    }

    /// The code list of the lines.
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
