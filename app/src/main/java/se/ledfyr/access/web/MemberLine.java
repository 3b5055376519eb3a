package se.ledfyr.access.web;

import java.util.List;
import se.ledfyr.organisations.Member;
import se.ledfyr.pages.Option;

/// One member as the administrator sees them.
///
/// @param hasPassword false while an invitation has not been used
/// @param roles every role there is, the member's own chosen
public record MemberLine(Member member, boolean hasPassword, List<Option> roles) {

    public MemberLine {
        roles = List.copyOf(roles);
    }
}
