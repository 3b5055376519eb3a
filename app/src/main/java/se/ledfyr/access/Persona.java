package se.ledfyr.access;

import java.util.List;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.Role;

/// Somebody one may be in a demo, chosen on the sign-in page without a password.
public record Persona(MemberId id, String name, String organisation, Role role) {

    /// Who there is to be. Only a demo has such a list.
    public interface Cast {

        List<Persona> list();
    }
}
