select year, age_group, exposure_shown, count(*) filter (where why_civil_society = 'no_public_support'), count(*) filter (where why_civil_society = 'public_support_insufficient'), count(*) filter (where why_civil_society = 'did_not_dare'), count(*) filter (where why_civil_society = 'public_support_ended'), count(*) filter (where why_civil_society = 'offered_support_unsuitable'),
       round(100.0 * count(*) filter (where why_civil_society = 'no_public_support') / count(*), 1), round(100.0 * count(*) filter (where why_civil_society = 'public_support_insufficient') / count(*), 1), round(100.0 * count(*) filter (where why_civil_society = 'did_not_dare') / count(*), 1), round(100.0 * count(*) filter (where why_civil_society = 'public_support_ended') / count(*), 1), round(100.0 * count(*) filter (where why_civil_society = 'offered_support_unsuitable') / count(*), 1),
       count(*) filter (where why_civil_society in ('no_public_support', 'public_support_insufficient')),
       round(100.0 * count(*) filter (where why_civil_society in ('no_public_support', 'public_support_insufficient')) / count(*), 1),
       count(*) filter (where why_civil_society in ('public_support_ended', 'offered_support_unsuitable')),
       round(100.0 * count(*) filter (where why_civil_society in ('public_support_ended', 'offered_support_unsuitable')) / count(*), 1)
from surveys_api.counted_reason
where organisation_kind in ('NGO', 'SHELTER')
group by year, age_group, exposure_shown;
