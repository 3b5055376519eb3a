package se.ledfyr.audit;

/// What kind of thing an audit entry is about. The names are stored and hashed: never renamed, only
/// added.
public enum Subject {
    PERSON,
    REGISTRATION,
    GRANT,
    PERMIT,
    EVENT,
    FILE,
    MEMBER,
    ORGANISATION,
    YEAR,
    AUDIT,
    TABLE,
    SESSION,
    GLASS,
    CASE,
    CLOCK,
    NEED,
    CHILD,
    REPORT,
    CLAIM,
    TASK,
    PARCEL,
    CONSENT,
    CONSULTATION,
    NOTICE,
    OFFER,
    ACCOUNT,
    APPLICATION,
    HOME,
    RETURN,
    RETURN_GROUP,
    SURVEY
}
