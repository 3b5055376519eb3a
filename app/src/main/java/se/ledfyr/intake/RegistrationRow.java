package se.ledfyr.intake;

import se.ledfyr.casework.Facts;
import se.ledfyr.casework.FiledRegistration;
import se.ledfyr.casework.RegistrationId;

/// Makes a registration of a checked row of that kind.
final class RegistrationRow {

    private RegistrationRow() {}

    static FiledRegistration read(CheckedRow row) {
        return new FiledRegistration(row.line(), new RegistrationId(row.id("registration_id")), facts(row));
    }

    private static Facts facts(CheckedRow row) {
        return new Facts(
                row.day("registered_on"),
                row.text("region"),
                row.text("municipality_code"),
                row.text("sex"),
                row.text("age_group"),
                row.numberOrNull("birth_year"),
                row.textOrNull("citizenship"),
                row.set("forms"),
                row.textOrNull("sector"),
                row.text("referred_by"),
                row.textOrNull("event_id"),
                row.textOrNull("began"),
                row.textOrNull("setting"),
                row.number("children_accompanying"),
                row.truth("amp_requested"),
                row.truth("reflection_requested"));
    }
}
