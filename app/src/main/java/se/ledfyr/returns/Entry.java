package se.ledfyr.returns;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.ledfyr.casework.Facts;
import se.ledfyr.casework.RegistrationId;
import se.ledfyr.casework.WorkListLine;
import se.ledfyr.people.FieldGroup;
import se.ledfyr.people.ParcelContent;
import se.ledfyr.people.PersonId;

/// One application that is being opened, with the facts that are needed for it.
record Entry(
        ReturnId id,
        PersonId person,
        @Nullable RegistrationId registration,
        @Nullable ReturnId with,
        String role,
        String country,
        @Nullable LocalDate exitDeadline,
        String sex,
        String ageGroup,
        @Nullable Integer birthYear,
        @Nullable String citizenship,
        SortedSet<String> forms) {

    /// What the operator is told: who it is, how to reach them, the basic facts, and for whom the programme is meant.
    static final Set<FieldGroup> TOLD =
            Set.of(FieldGroup.IDENTITY, FieldGroup.CONTACT, FieldGroup.BASICS, FieldGroup.EXPLOITATION);

    static Entry of(PersonId person, RegistrationId registration, Facts facts, Terms terms) {
        return new Entry(
                ReturnId.random(),
                person,
                registration,
                null,
                Return.EXPLOITED,
                terms.country(),
                terms.exitDeadline(),
                facts.sex(),
                facts.ageGroup(),
                facts.birthYear(),
                facts.citizenship(),
                facts.forms());
    }

    static Entry of(PersonId person, WorkListLine line, NewGroup.Row row, Terms terms) {
        return new Entry(
                ReturnId.random(),
                person,
                line.id(),
                null,
                Return.EXPLOITED,
                row.country() == null ? terms.country() : row.country(),
                row.exitDeadline() == null ? terms.exitDeadline() : row.exitDeadline(),
                line.sex(),
                line.ageGroup(),
                line.birthYear(),
                line.citizenship(),
                line.forms());
    }

    static Entry of(PersonId person, Return exploited, NewCompanion companion) {
        return new Entry(
                ReturnId.random(),
                person,
                null,
                exploited.id(),
                companion.role(),
                companion.country() == null ? exploited.country() : companion.country(),
                exploited.days().exitDeadline(),
                companion.sex(),
                companion.ageGroup(),
                companion.birthYear(),
                companion.citizenship(),
                new TreeSet<>());
    }

    /// A child's guardian agrees for it.
    String consentGivenBy() {
        return ageGroup.equals("child") ? "guardian" : "self";
    }

    ParcelContent told() {
        Map<String, String> basics = new LinkedHashMap<>();
        basics.put("sex", sex);
        basics.put("age_group", ageGroup);
        if (birthYear != null) {
            basics.put("birth_year", String.valueOf(birthYear));
        }
        if (citizenship != null) {
            basics.put("citizenship", citizenship);
        }
        return new ParcelContent(
                TOLD,
                Map.of(
                        FieldGroup.BASICS,
                        basics,
                        FieldGroup.EXPLOITATION,
                        forms.isEmpty() ? Map.of() : Map.of("forms", String.join(";", forms))));
    }

    /// Says which by id only.
    @Override
    public String toString() {
        return "Entry[" + id.value() + "]";
    }
}
