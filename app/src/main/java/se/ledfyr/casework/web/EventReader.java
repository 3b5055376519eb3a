package se.ledfyr.casework.web;

import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.ledfyr.casework.Event;
import se.ledfyr.casework.EventId;
import se.ledfyr.codes.CodeBook;

/// Reads what an event shares out of a form. The region follows from the municipality.
final class EventReader {

    private final FormValues values;
    private final LocalDate today;
    private final FormErrors errors;
    private final FactsReader fields;

    EventReader(FormValues values, CodeBook codes, LocalDate today, FormErrors errors) {
        this.values = values;
        this.today = today;
        this.errors = errors;
        this.fields = new FactsReader(values, codes, today, errors);
    }

    /// The event, or nothing when an error has been added.
    ///
    /// @param code its code, found right already; any other where the form has an error in it
    Optional<Event> read(EventId id, String code) {
        String municipality = fields.code("municipality_code", "municipality", today, false);
        String region = fields.region(municipality, today);
        String place = text("place");
        String employer = text("employer");
        LocalDate from = fields.day("period_from", false);
        LocalDate to = fields.day("period_to", false);
        if (from != null && to != null && to.isBefore(from)) {
            errors.add("period_to", "casework.event.error.period");
        }
        String sector = fields.code("sector", "sector_setting", today, false);
        String referredBy = fields.code("referred_by", "referred_by", today, true);
        TreeSet<String> forms = fields.codes("forms", "exploitation_form", today);
        return errors.isEmpty() && region != null
                ? Optional.of(
                        new Event(id, code, region, municipality, place, employer, from, to, sector, referredBy, forms))
                : Optional.empty();
    }

    private @Nullable String text(String field) {
        String text = values.one(field);
        if (text.length() > Event.MAX_TEXT_LENGTH) {
            errors.add(field, "casework.error.too-long", Event.MAX_TEXT_LENGTH);
        }
        return text.isEmpty() ? null : text;
    }
}
