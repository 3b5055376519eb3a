package se.ledfyr.needs.web;

import java.util.Optional;
import se.ledfyr.needs.ChildPlace;
import se.ledfyr.needs.NewChild;

/// Reads a child out of a form.
final class ChildForm {

    private static final int FIRST_ADULT_YEAR = 18;

    private ChildForm() {}

    /// The child, or nothing when something is wrong.
    static Optional<NewChild> read(Form form, Words words) {
        String place = form.code("place", "child_place", words);
        String sex = form.code("sex", "sex", words);
        String age = form.one("age");
        boolean known = !age.isEmpty();
        if (known && (!age.matches("[0-9]{1,2}") || Integer.parseInt(age) >= FIRST_ADULT_YEAR)) {
            form.wrong("age", "needs.error.age");
        }
        return form.isRight()
                ? Optional.of(new NewChild(ChildPlace.of(place), known ? Integer.valueOf(age) : null, sex))
                : Optional.empty();
    }
}
