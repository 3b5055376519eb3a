package se.ledfyr.intake;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import se.ledfyr.casework.Facts;
import se.ledfyr.casework.FiledRegistration;

/// A registration as a row of its kind of file.
final class RegistrationRow {

    private RegistrationRow() {}

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
