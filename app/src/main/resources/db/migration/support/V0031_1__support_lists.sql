-- What the lists of answered applications ask for.
create index applications_answered on support.application (to_organisation, applied_on desc, id desc) where state <> 'OPEN';
