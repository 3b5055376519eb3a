package se.ledfyr.casework.web;

import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeSet;
import se.ledfyr.casework.Circumstances;

/// Reads what an organisation keeps for its own work out of a form.
final class CircumstancesReader {

    private static final int MAX_NOTE_LENGTH = 4_000;

    private final FormValues values;
    private final FactsReader fields;
    private final LocalDate today;
    private final FormErrors errors;

    CircumstancesReader(FormValues values, FactsReader fields, LocalDate today, FormErrors errors) {
        this.values = values;
        this.fields = fields;
        this.today = today;
        this.errors = errors;
    }

    /// The circumstances, or nothing when an error has been added.
    ///
    /// @param grownUp whether the person is known to be an adult; an unsure age is treated as a child's
    Optional<Circumstances> read(boolean grownUp) {
        TreeSet<String> indicators = fields.codes("indicators", "indicator", today);
        String assessment = fields.code("assessment", "assessment", today, true);
        LocalDate assessedOn = fields.day("assessed_on", false);
        String consent = fields.code("consent_to_contact", "consent_to_contact", today, false);
        String guardian = fields.code("guardian", "guardian", today, false);
        String informed = fields.code("social_services_informed", "social_services_informed", today, false);
        String note = values.one("note");
        if (note.length() > MAX_NOTE_LENGTH) {
            errors.add("note", "casework.error.too-long", MAX_NOTE_LENGTH);
        }
        if (!errors.isEmpty() || assessment == null) {
            return Optional.empty();
        }
        return Optional.of(new Circumstances(
                indicators,
                assessment,
                assessedOn,
                consent == null ? "not_asked" : consent,
                grownUp ? null : guardian,
                grownUp ? null : informed,
                note.isEmpty() ? null : note));
    }
}
