package se.ledfyr.fiction;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import se.ledfyr.people.Identity;
import se.ledfyr.people.NameFacts;
import se.ledfyr.people.NewPerson;

/// What load visitors write into forms: names of the same lists as the invented register, so that they meet namesakes.
public final class NamesForVisitors {

    private static final String[][] PEOPLE = {
        {"TH", "1990"}, {"RO", "1985"}, {"UA", "1999"}, {"SY", "1979"}, {"VN", "1995"}, {"NG", "2001"}, {"BG", "1988"}
    };

    private final InventedNames names = InventedNames.delivered();
    private final Draws draws;

    public NamesForVisitors(long seed) {
        draws = new Draws(seed * 31 + 7);
    }

    public String next() {
        return name(PEOPLE[draws.below(PEOPLE.length)][0]);
    }

    /// People with nothing but a name.
    ///
    /// @param number how many
    public List<NewPerson> people(int number) {
        return Stream.generate(() -> new NewPerson(Identity.named(next()), null, NameFacts.UNKNOWN))
                .limit(number)
                .toList();
    }

    /// A filled form for registering one adult.
    public Map<String, List<String>> nextForm() {
        String[] person = PEOPLE[draws.below(PEOPLE.length)];
        Map<String, List<String>> form = new HashMap<>();
        form.put("registered_on", List.of(LocalDate.now().toString()));
        form.put("region", List.of("stockholm"));
        form.put("sex", List.of("female"));
        form.put("age_group", List.of("adult"));
        form.put("birth_year", List.of(person[1]));
        form.put("citizenship", List.of(person[0]));
        form.put("forms", List.of("labour"));
        form.put("referred_by", List.of("police"));
        form.put("assessment", List.of("reason_to_assume"));
        form.put("name", List.of(name(person[0])));
        return form;
    }

    private String name(String country) {
        Identity drawn = names.draw(draws, country);
        while (drawn.name() == null) {
            drawn = names.draw(draws, country);
        }
        return drawn.name();
    }
}
