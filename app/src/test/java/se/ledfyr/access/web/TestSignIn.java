package se.ledfyr.access.web;

import java.time.Instant;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.OrganisationId;

/// Signs a MockMvc request in without going through the door; everything behind the door is as always.
public final class TestSignIn {

    private TestSignIn() {}

    public static RequestPostProcessor as(MemberId member, OrganisationId organisation) {
        return SecurityMockMvcRequestPostProcessors.authentication(
                new MemberAuthentication(member, organisation, Instant.now()));
    }
}
