package se.ledfyr.casework.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ledfyr.audit.Sight;
import se.ledfyr.casework.Change;
import se.ledfyr.casework.Registration;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.pages.Texts;
import se.ledfyr.people.PersonName;

/// What a person's page shows beside the registration itself.
///
/// @param name masked for protected persons
/// @param protection a code of `protection`, if the person is protected
/// @param masked whether identity is held back until a reason is given
/// @param entries identity, line by line
/// @param assessor name of who assessed, empty when not known here
/// @param others the person's other registrations here
/// @param seen who has seen this registration, newest first
/// @param colleagues names of members of the own organisation
public record PersonCard(
        PersonName name,
        @Nullable String protection,
        boolean masked,
        List<Entry> entries,
        String assessor,
        List<Registration> others,
        List<Change> history,
        List<Sight> seen,
        boolean remindsOfSocialServices,
        Map<MemberId, String> colleagues) {

    /// One line of identity: a message key and what it says.
    public record Entry(String key, String text) {
        /// Identity stays out of logs.
        @Override
        public String toString() {
            return "Entry[" + key + "]";
        }
    }

    public PersonCard {
        entries = List.copyOf(entries);
        others = List.copyOf(others);
        history = List.copyOf(history);
        seen = List.copyOf(seen);
        colleagues = Map.copyOf(colleagues);
    }

    public String nameOf(@Nullable MemberId member, Texts texts) {
        return member == null
                ? texts.get("casework.operator")
                : colleagues.getOrDefault(member, texts.get("casework.colleague"));
    }

    /// Names stay out of logs.
    @Override
    public String toString() {
        return "PersonCard";
    }
}
