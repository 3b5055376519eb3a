package se.ledfyr.access.web;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.OrganisationId;

/// What a session knows: which member of which organisation came in, and when. What they may do is asked anew with
/// every request and never kept here.
@SuppressWarnings("serial") // sessions are never written to disk
final class MemberAuthentication extends AbstractAuthenticationToken {

    private final MemberId member;
    private final OrganisationId organisation;
    private final Instant since;

    MemberAuthentication(MemberId member, OrganisationId organisation, Instant since) {
        super(List.of());
        this.member = member;
        this.organisation = organisation;
        this.since = since;
        setAuthenticated(true);
    }

    MemberId member() {
        return member;
    }

    OrganisationId organisation() {
        return organisation;
    }

    /// When the member proved who they are.
    Instant since() {
        return since;
    }

    @Override
    public Object getPrincipal() {
        return member;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MemberAuthentication that && member.equals(that.member) && since.equals(that.since);
    }

    @Override
    public int hashCode() {
        return Objects.hash(member, since);
    }
}
