package se.ledfyr.audit;

/// What somebody did. The names are stored and hashed: a value is never renamed, only added.
public enum Action {
    SIGNED_IN,
    SIGN_IN_REFUSED,
    SIGNED_OUT,
    PASSWORD_CHANGED,
    MEMBER_ADDED,
    MEMBER_CHANGED,
    ORGANISATION_ADDED,
    LISTED,
    SEARCHED,
    READ,
    IDENTITY_REVEALED,
    CANDIDATES_SHOWN,
    REGISTERED,
    CORRECTED,
    REMOVED,
    RESTORED,
    IDENTITY_CHANGED,
    EVENT_ADDED,
    EVENT_CHANGED,
    FILE_CHECKED,
    FILE_TAKEN,
    EXPORTED,
    YEAR_CLOSED,
    AUDIT_READ,
    IDENTITY_ERASED
}
