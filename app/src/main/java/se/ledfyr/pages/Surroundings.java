package se.ledfyr.pages;

import java.util.Optional;

/// What the layout must know about the request without knowing how signing in works.
public interface Surroundings {

    /// Who is signed in; empty on public pages.
    Optional<Visitor> visitor();

    /// Whether this installation is for trying things out, which every page then says.
    boolean demo();
}
