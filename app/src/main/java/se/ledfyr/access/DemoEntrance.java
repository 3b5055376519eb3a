package se.ledfyr.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.OrganisationId;

/// Coming in without a password. There is such an entrance only in a demo.
public interface DemoEntrance {

    /// Signs the browser in as a member.
    ///
    /// @throws NotHere when there is no such member, or they have been shut out
    void enterAs(
            MemberId member, OrganisationId organisation, HttpServletRequest request, HttpServletResponse response);
}
