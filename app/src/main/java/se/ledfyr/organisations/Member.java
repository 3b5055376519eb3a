package se.ledfyr.organisations;

import java.util.Locale;
import java.util.Set;

/// Somebody who works in an organisation that takes part.
///
/// @param login electronic mail address used for signing in, lower case
/// @param active false once the member has been shut out
public record Member(
        MemberId id, OrganisationId organisation, String login, String name, Set<Role> roles, boolean active) {

    static final int MAX_NAME_LENGTH = 120;
    static final int MAX_LOGIN_LENGTH = 254;

    public Member {
        login = login.strip().toLowerCase(Locale.ROOT);
        name = name.strip();
        roles = Set.copyOf(roles);
        if (!login.contains("@")
                || login.length() > MAX_LOGIN_LENGTH
                || login.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("login must be a mail address");
        }
        if (name.isEmpty() || name.length() > MAX_NAME_LENGTH) {
            throw new IllegalArgumentException("name must be 1-%d characters".formatted(MAX_NAME_LENGTH));
        }
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("a member has at least one role");
        }
    }

    /// Says who by id only: names stay out of logs.
    @Override
    public String toString() {
        return "Member[" + id.value() + "]";
    }
}
