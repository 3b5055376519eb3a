package se.ledfyr.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.OrganisationId;

/// Coming in without a password. There is such an entrance only in a demo.
public interface DemoEntrance {

    /// Signs the browser in as a member.
    ///
    /// @return the page of this site that was wanted before, which the request's `to` says, or the start page
    /// @throws NotHere when there is no such member, or they have been shut out
    String enterAs(
            MemberId member, OrganisationId organisation, HttpServletRequest request, HttpServletResponse response);
}
