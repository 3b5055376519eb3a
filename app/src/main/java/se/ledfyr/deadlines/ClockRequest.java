package se.ledfyr.deadlines;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.ledfyr.organisations.MemberId;

/// A clock to be set.
///
/// @param kind what kind of limit, in small letters; its [ClockHandler] is found by it
/// @param path the page it leads to, starting with `/`: identifiers only, never a word about anybody
/// @param caseId the case it belongs to; null for none. Who may not see the case does not see the clock
/// @param member whom to remind; null for everybody in the organisation who works with people
public record ClockRequest(
        String kind,
        ClockSubject subject,
        DueTime time,
        String path,
        @Nullable UUID caseId,
        @Nullable MemberId member) {

    private static final Pattern KIND = Pattern.compile("[a-z_]{3,40}");
    private static final Pattern PATH = Pattern.compile("/([a-z0-9#-][a-z0-9/#-]{0,199})?");

    public ClockRequest {
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("kind is 3-40 small letters and underscores");
        }
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("path is an address of this house, made of identifiers");
        }
    }

    /// A clock of the whole organisation, outside any case.
    public static ClockRequest of(String kind, ClockSubject subject, DueTime time, String path) {
        return new ClockRequest(kind, subject, time, path, null, null);
    }

    public ClockRequest inCase(UUID id) {
        return new ClockRequest(kind, subject, time, path, id, member);
    }

    /// @param responsible whom to remind, of the acting organisation
    public ClockRequest forMember(MemberId responsible) {
        return new ClockRequest(kind, subject, time, path, caseId, responsible);
    }
}
