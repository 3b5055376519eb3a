package se.ledfyr.pages;

import java.util.Locale;

/// What people come to do in a [Room]. The menu and the start page are ordered by it, in the order written here.
public enum RoomGroup {

    /// Whoever is registered and cared for: registrations, cases, events, advice without a name.
    PEOPLE,
    /// What somebody waits for: offers to answer, needs to meet, times to hold.
    ANSWERS,
    /// The programmes, the permits and the legal process, the money for them, and the manual for all of it.
    SUPPORT,
    /// Tables, files and comparisons without anybody's identity.
    FIGURES,
    /// Who may enter, and who has seen what.
    ADMINISTRATION;

    /// Key of its name in the message files.
    public String key() {
        return "pages.group." + name().toLowerCase(Locale.ROOT);
    }
}
