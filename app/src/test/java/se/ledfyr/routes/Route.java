package se.ledfyr.routes;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.ledfyr.access.Right;
import se.ledfyr.personas.Personas;
import se.ledfyr.personas.Personas.Place;

/// One way of asking the house for something, and who gets an answer.
///
/// @param name method and pattern, as Spring MVC knows it
/// @param path what is really asked for: an object of the office Syd, where the pattern names one
/// @param answered the personas for whom it exists
/// @param open whether it exists for somebody who has not signed in
/// @param fields what is sent with it
record Route(String name, String path, Set<Personas> answered, boolean open, Map<String, String> fields) {

    /// For everybody, signed in or not.
    static Route open(String name, String path, String... fields) {
        return new Route(name, path, Set.of(Personas.values()), true, pairs(fields));
    }

    /// For everybody who has signed in.
    static Route inside(String name, String... fields) {
        return new Route(name, path(name), Set.of(Personas.values()), false, pairs(fields));
    }

    /// For those who have one of the rights, each for the own organisation.
    static Route forRights(String name, Set<Right> rights, String... fields) {
        return new Route(name, path(name), having(rights), false, pairs(fields));
    }

    /// About a thing of the office Syd: only there, for those who have the right.
    static Route about(String name, String id, Right right, String... fields) {
        Set<Personas> syd = having(Set.of(right)).stream()
                .filter(persona -> persona.place() == Place.OFFICE_SYD)
                .collect(Collectors.toSet());
        return new Route(name, path(name).replaceAll("\\{[^}]+}", id), syd, false, pairs(fields));
    }

    /// About a thing that is there, but for nobody to do this with.
    static Route none(String name, String path) {
        return new Route(name, path, Set.of(), false, Map.of());
    }

    Route at(String other) {
        return new Route(name, other, answered, open, fields);
    }

    String method() {
        return name.substring(0, name.indexOf(' '));
    }

    private static String path(String name) {
        return name.substring(name.indexOf(' ') + 1);
    }

    private static Set<Personas> having(Set<Right> rights) {
        return Arrays.stream(Personas.values())
                .filter(persona -> rights.stream().anyMatch(persona.acting()::may))
                .collect(Collectors.toSet());
    }

    private static Map<String, String> pairs(String... fields) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            pairs.put(fields[i], fields[i + 1]);
        }
        return pairs;
    }

    @Override
    public String toString() {
        return name;
    }
}
