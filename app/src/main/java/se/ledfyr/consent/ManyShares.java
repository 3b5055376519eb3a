package se.ledfyr.consent;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.codes.CodeBook;
import se.ledfyr.codes.Codes;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.people.FieldGroup;
import se.ledfyr.people.ManyParcels;
import se.ledfyr.people.ParcelContent;
import se.ledfyr.people.ParcelId;
import se.ledfyr.people.PersonId;

/// The gate for many people in one act: each on their own consent, all or none, in a few statements however many they
/// are. The database asks for each of them again, as it does for one.
@Service
@Transactional
public class ManyShares {

    private final ManyShareQueries queries;
    private final ManyParcels parcels;
    private final Codes codes;
    private final AuditLog audit;
    private final Clock clock;

    ManyShares(ManyShareQueries queries, ManyParcels parcels, Codes codes, AuditLog audit, Clock clock) {
        this.queries = queries;
        this.parcels = parcels;
        this.codes = codes;
        this.audit = audit;
        this.clock = clock;
    }

    /// How many were asked in one sitting.
    ///
    /// @param givenBy for each person, a code of `consent_given_by`
    /// @param on the day on which they were asked, which is the first on which it holds
    public record Asked(
            Map<PersonId, String> givenBy, String givenHow, String language, String interpreter, LocalDate on) {

        public Asked {
            givenBy = Map.copyOf(givenBy);
        }
    }

    /// What is to be told about one of them.
    public record About(PersonId person, ParcelContent content) {

        /// Never what is told.
        @Override
        public String toString() {
            return "About[…]";
        }
    }

    /// Writes down that each of them agreed, alone, to the same receiver being told the same for the same purpose.
    ///
    /// @throws IllegalArgumentException for a code that is none, or for the acting organisation as receiver
    public void record(Asked asked, String purpose, OrganisationId receiver, Set<FieldGroup> groups) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        check(asked, purpose, receiver);
        List<PersonId> people = List.copyOf(asked.givenBy().keySet());
        List<UUID> ids = queries.insertConsents(people, asked, purpose, receiver, groups, clock.instant());
        for (int i = 0; i < ids.size(); i++) {
            audit.note(
                    Action.CONSENT_RECORDED,
                    Subject.CONSENT,
                    List.of(ids.get(i), people.get(i).value()),
                    null,
                    purpose + " to 1");
        }
    }

    /// Shares with one receiver what is to be told about each. The answer is in the order given.
    ///
    /// @throws NoConsentOfSome when a live consent is missing for some of them; nothing is then shared
    /// @throws se.ledfyr.access.NotHere when one of them is not there
    public List<ParcelId> share(String purpose, OrganisationId receiver, List<About> told) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        if (told.isEmpty()) {
            return List.of();
        }
        Set<FieldGroup> groups = told.getFirst().content().groups();
        LocalDate today = SwedishDay.today(clock);
        Map<PersonId, ManyShareQueries.Live> live =
                queries.holdLive(told.stream().map(About::person).toList(), purpose, receiver, groups, today);
        List<PersonId> missing = told.stream()
                .map(About::person)
                .filter(person -> !live.containsKey(person))
                .toList();
        if (!missing.isEmpty()) {
            throw new NoConsentOfSome(missing);
        }
        List<ParcelId> packed = parcels.pack(
                receiver,
                told.stream()
                        .map(one -> new ManyParcels.Wanted(one.person(), one.content(), until(live.get(one.person()))))
                        .toList());
        List<ManyShareQueries.Line> lines = new ArrayList<>(told.size());
        for (int i = 0; i < told.size(); i++) {
            PersonId person = told.get(i).person();
            lines.add(new ManyShareQueries.Line(
                    UUID.randomUUID(),
                    person,
                    packed.get(i),
                    java.util.Objects.requireNonNull(live.get(person)).consent()));
        }
        queries.insertShares(lines, purpose, receiver, groups, clock.instant());
        lines.forEach(line -> note(line, purpose, receiver, groups));
        return packed;
    }

    private static @Nullable LocalDate until(ManyShareQueries.@Nullable Live live) {
        return live == null ? null : live.until();
    }

    private void note(ManyShareQueries.Line line, String purpose, OrganisationId receiver, Set<FieldGroup> groups) {
        audit.note(
                Action.SHARED,
                Subject.PARCEL,
                List.of(line.parcel().value(), line.share(), line.person().value()),
                null,
                "%s to %s: %s".formatted(purpose, receiver.value(), String.join(",", FieldGroup.codes(groups))));
    }

    private void check(Asked asked, String purpose, OrganisationId receiver) {
        CodeBook book = codes.book();
        LocalDate today = SwedishDay.today(clock);
        boolean known = book.isValid("share_purpose", purpose, today)
                && book.isValid("consent_given_how", asked.givenHow(), today)
                && book.isValid("language", asked.language(), today)
                && book.isValid("interpreter", asked.interpreter(), today)
                && asked.givenBy().values().stream().allMatch(by -> book.isValid("consent_given_by", by, today));
        if (!known || asked.on().isAfter(today)) {
            throw new IllegalArgumentException("A code that is none, or a day that lies ahead");
        }
        if (receiver.equals(Acting.current().organisation())) {
            throw new IllegalArgumentException("Nobody tells themselves");
        }
    }
}
