package se.ledfyr.casework;

import static se.ledfyr.casework.internal.tables.Registration.REGISTRATION;

import java.util.Arrays;
import java.util.Optional;
import java.util.TreeSet;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.people.PersonId;

/// A registration as its row holds it: everything but the note, which is still sealed.
record StoredRegistration(Registration withoutNote, byte @Nullable [] sealedNote) {

    static StoredRegistration read(Record row) {
        Registration registration = new Registration(
                new RegistrationId(row.get(REGISTRATION.ID)),
                new PersonId(row.get(REGISTRATION.PERSON_ID)),
                facts(row),
                circumstances(row),
                row.get(REGISTRATION.ASSESSED_BY) == null ? null : new MemberId(row.get(REGISTRATION.ASSESSED_BY)),
                row.get(REGISTRATION.VERSION),
                row.get(REGISTRATION.CREATED_AT).toInstant(),
                row.get(REGISTRATION.CHANGED_AT).toInstant(),
                row.get(REGISTRATION.REMOVED_AT) == null
                        ? Optional.empty()
                        : Optional.of(new Registration.Removal(
                                row.get(REGISTRATION.REMOVED_AT).toInstant(), row.get(REGISTRATION.REMOVED_REASON))));
        return new StoredRegistration(registration, row.get(REGISTRATION.NOTE_SEALED));
    }

    /// The whole registration, with its note as it reads once opened.
    Registration with(@Nullable String note) {
        Circumstances known = withoutNote.circumstances();
        return new Registration(
                withoutNote.id(),
                withoutNote.person(),
                withoutNote.facts(),
                new Circumstances(
                        known.indicators(),
                        known.assessment(),
                        known.assessedOn(),
                        known.consentToContact(),
                        known.guardian(),
                        known.socialServicesInformed(),
                        note),
                withoutNote.assessedBy(),
                withoutNote.version(),
                withoutNote.createdAt(),
                withoutNote.changedAt(),
                withoutNote.removal());
    }

    static Facts facts(Record row) {
        Short birthYear = row.get(REGISTRATION.BIRTH_YEAR);
        return new Facts(
                row.get(REGISTRATION.REGISTERED_ON),
                row.get(REGISTRATION.REGION),
                row.get(REGISTRATION.MUNICIPALITY_CODE),
                row.get(REGISTRATION.SEX),
                row.get(REGISTRATION.AGE_GROUP),
                birthYear == null ? null : birthYear.intValue(),
                row.get(REGISTRATION.CITIZENSHIP),
                new TreeSet<>(Arrays.asList(row.get(REGISTRATION.FORMS))),
                row.get(REGISTRATION.SECTOR),
                row.get(REGISTRATION.REFERRED_BY),
                row.get(REGISTRATION.EVENT_CODE),
                row.get(REGISTRATION.BEGAN),
                row.get(REGISTRATION.SETTING),
                row.get(REGISTRATION.CHILDREN_ACCOMPANYING),
                row.get(REGISTRATION.AMP_REQUESTED),
                row.get(REGISTRATION.REFLECTION_REQUESTED));
    }

    private static Circumstances circumstances(Record row) {
        return new Circumstances(
                new TreeSet<>(Arrays.asList(row.get(REGISTRATION.INDICATORS))),
                row.get(REGISTRATION.ASSESSMENT),
                row.get(REGISTRATION.ASSESSED_ON),
                row.get(REGISTRATION.CONSENT_TO_CONTACT),
                row.get(REGISTRATION.GUARDIAN),
                row.get(REGISTRATION.SOCIAL_SERVICES_INFORMED),
                null);
    }
}
