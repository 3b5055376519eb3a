package se.ledfyr.organisations;

/// What a member does in their organisation. What each role may do is decided by the access module.
public enum Role {
    COORDINATOR,
    CASEWORKER,
    /// Answers for the work of others.
    LEAD,
    STATISTICIAN,
    ADMINISTRATOR,
    AUDITOR
}
