package se.ledfyr.people;

/// The Swedish forms of protected identity. Whichever it is, everything that could lead to the person is masked
/// until somebody states a reason.
public enum Protection {
    /// Sekretessmarkering: a warning that the data must be assessed before any of it is handed out.
    CONFIDENTIALITY_MARKING,
    /// Skyddad folkbokföring: the person is registered where they do not live.
    PROTECTED_REGISTRATION,
    /// Fingerade uppgifter: another identity altogether.
    FICTITIOUS_DATA
}
