package se.ledfyr.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import se.ledfyr.access.DemoEntrance;
import se.ledfyr.access.Door;
import se.ledfyr.access.NotHere;
import se.ledfyr.installation.OnlyInDemo;
import se.ledfyr.organisations.Member;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.Membership;
import se.ledfyr.organisations.OrganisationId;

/// Sessions that begin without a password.
@Component
@OnlyInDemo
class DemoSessions implements DemoEntrance {

    private final Door door;
    private final Sessions sessions;

    DemoSessions(Door door, Sessions sessions) {
        this.door = door;
        this.sessions = sessions;
    }

    @Override
    public String enterAs(
            MemberId member, OrganisationId organisation, HttpServletRequest request, HttpServletResponse response) {
        Member found =
                door.findInside(member, organisation).map(Membership::member).orElseThrow(NotHere::new);
        door.welcome(found);
        String wanted = request.getParameter("to");
        sessions.begin(found, request, response);
        return OwnPath.orStart(wanted == null ? "/" : wanted);
    }
}
