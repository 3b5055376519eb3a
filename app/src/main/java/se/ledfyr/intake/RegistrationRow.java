package se.ledfyr.intake;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import se.ledfyr.casework.Facts;
import se.ledfyr.casework.FiledRegistration;
import se.ledfyr.casework.RegistrationId;

/// A registration as a row of its kind of file, and back.
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

    /// The cells of a registration, in the usual order of the columns.
    static List<String> write(FiledRegistration filed) {
        Facts facts = filed.facts();
        return Stream.of(
                        filed.id().value(),
                        facts.registeredOn(),
                        facts.region(),
                        facts.municipality(),
                        facts.sex(),
                        facts.ageGroup(),
                        facts.birthYear(),
                        facts.citizenship(),
                        String.join(";", facts.forms()),
                        facts.sector(),
                        facts.referredBy(),
                        facts.event(),
                        facts.began(),
                        facts.setting(),
                        facts.childrenAccompanying(),
                        facts.ampRequested(),
                        facts.reflectionRequested())
                .map(value -> Objects.toString(value, ""))
                .toList();
    }
}
