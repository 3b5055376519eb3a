package se.ledfyr.people;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.organisations.OrganisationId;

/// What [Parcels] does, for many people in one act and in a few statements, however many they are. All or none.
@Service
@Transactional
public class ManyParcels {

    private static final ZoneId SWEDISH_TIME = ZoneId.of("Europe/Stockholm");

    private final ManyParcelRows parcels;
    private final PersonRows rows;
    private final PersonKeys keys;
    private final Writing writing;
    private final KeyRing ring;
    private final AuditLog audit;
    private final Clock clock;

    ManyParcels(
            ManyParcelRows parcels,
            PersonRows rows,
            PersonKeys keys,
            Writing writing,
            KeyRing ring,
            AuditLog audit,
            Clock clock) {
        this.parcels = parcels;
        this.rows = rows;
        this.keys = keys;
        this.writing = writing;
        this.ring = ring;
        this.audit = audit;
        this.clock = clock;
    }

    /// One parcel that is to be packed.
    ///
    /// @param adoptableUntil last day on which the addressee may adopt it; null for no limit
    public record Wanted(
            PersonId person,
            ParcelContent content,
            @Nullable LocalDate adoptableUntil) {

        /// Never what is in it.
        @Override
        public String toString() {
            return "Wanted[…]";
        }
    }

    /// Seals a parcel for each, to one addressee, in the order given. The transaction fails at its end when no share
    /// was recorded for one of them.
    ///
    /// @throws NotHere when one of them is not there, or everything about them was erased
    public List<ParcelId> pack(OrganisationId to, List<Wanted> wanted) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        Map<PersonId, SealedPerson> known =
                rows.list(wanted.stream().map(Wanted::person).toList(), EnumSet.allOf(IdentityKind.class));
        List<ManyParcelRows.Packed> packed = new ArrayList<>(wanted.size());
        for (Wanted one : wanted) {
            SealedPerson person = known.get(one.person());
            if (person == null || person.erasedAt() != null) {
                throw new NotHere();
            }
            packed.add(seal(person, to, one));
        }
        parcels.add(packed, now());
        return packed.stream().map(one -> one.ends().id()).toList();
    }

    private ManyParcelRows.Packed seal(SealedPerson person, OrganisationId to, Wanted wanted) {
        ParcelKey.Ends ends =
                new ParcelKey.Ends(ParcelId.random(), Acting.current().organisation(), to);
        ParcelKey.Fresh fresh = ParcelKey.make(ring.keyEncryption(), ends);
        Set<FieldGroup> groups = wanted.content().groups();
        byte[] open = fresh.key()
                .seal(
                        ParcelKey.SEALED,
                        ParcelText.write(new ParcelText.Open(wanted.content().values())));
        byte[] closed = groups.stream().anyMatch(FieldGroup::isOpenedByAdoption)
                ? fresh.key()
                        .seal(
                                ParcelKey.SEALED_IDENTITY,
                                ParcelText.write(ParcelText.shared(person.identity(keys), person.protection(), groups)))
                : null;
        return new ManyParcelRows.Packed(
                ends, wanted.person(), groups, fresh.wrapped(), open, closed, wanted.adoptableUntil());
    }

    /// What the acting organisation was sent in these parcels, without who it is. Those that are closed are left out.
    /// Noted as opened.
    public Map<ParcelId, ParcelContent> look(Collection<ParcelId> which) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        List<ManyParcelRows.Arrived> arrived = parcels.lockArrived(which);
        if (arrived.isEmpty()) {
            return Map.of();
        }
        parcels.setOpened(arrived.stream().map(one -> one.ends().id()).toList(), now());
        audit.note(
                Action.PARCEL_OPENED,
                Subject.PARCEL,
                arrived.stream().map(one -> one.ends().id().value()).toList(),
                null,
                null);
        Map<ParcelId, ParcelContent> contents = new LinkedHashMap<>();
        arrived.forEach(one -> contents.put(
                one.ends().id(), new ParcelContent(one.groups(), open(one).values())));
        return contents;
    }

    /// Makes each of them the acting organisation's own, as [Parcels#adopt] does. The answer is in the order given.
    ///
    /// @throws NotHere when one of the parcels is not there, was closed or adopted before, or its last day is over
    public List<PersonId> adopt(List<ParcelId> which) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        LocalDate today = LocalDate.ofInstant(clock.instant(), SWEDISH_TIME);
        Map<ParcelId, ManyParcelRows.Arrived> arrived = new LinkedHashMap<>();
        parcels.lockArrived(which).stream()
                .filter(one -> one.adoptedAt() == null)
                .filter(one -> one.adoptableUntil() == null || !today.isAfter(one.adoptableUntil()))
                .forEach(one -> arrived.put(one.ends().id(), one));
        if (!arrived.keySet().containsAll(which)) {
            throw new NotHere();
        }
        List<PersonId> people =
                Stream.generate(PersonId::random).limit(which.size()).toList();
        if (!which.isEmpty()) {
            writing.addAll(
                    people, which.stream().map(arrived::get).map(this::person).toList());
            parcels.setAdopted(which, people, now());
            noteAdopted(which, people);
        }
        return people;
    }

    private void noteAdopted(List<ParcelId> which, List<PersonId> people) {
        for (int i = 0; i < which.size(); i++) {
            List<UUID> subjects = List.of(which.get(i).value(), people.get(i).value());
            audit.note(Action.PARCEL_ADOPTED, Subject.PARCEL, subjects, null, null);
        }
    }

    private NewPerson person(ManyParcelRows.Arrived row) {
        ParcelText.Closed closed = row.sealedIdentity() == null
                ? null
                : ParcelText.readClosed(key(row).open(ParcelKey.SEALED_IDENTITY, row.sealedIdentity()));
        return new NewPerson(
                closed == null ? Identity.NONE : closed.identity(),
                closed == null ? null : closed.protection(),
                Parcels.facts(open(row)));
    }

    private ParcelText.Open open(ManyParcelRows.Arrived row) {
        return ParcelText.readOpen(key(row).open(ParcelKey.SEALED, row.sealed()));
    }

    private ParcelKey key(ManyParcelRows.Arrived row) {
        return ParcelKey.unwrap(ring.keyEncryption(), row.ends(), row.dataKey());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
