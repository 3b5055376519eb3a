package se.ledfyr.people;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

/// Sealed copies of what one organisation shares with another about a person.
///
/// A parcel holds exactly the groups that were chosen. Its addressee may read all but identity and
/// contact while deciding, and gets those by adopting it, which makes a person in their own keeping.
/// Until then the sender can close it, which destroys its key.
///
/// Nobody packs a parcel but the consent module: the database lets none leave without the share it
/// belongs to.
@Service
@Transactional
public class Parcels {

    private static final ZoneId SWEDISH_TIME = ZoneId.of("Europe/Stockholm");

    private final ParcelRows parcels;
    private final PersonRows rows;
    private final PersonKeys keys;
    private final Writing writing;
    private final KeyRing ring;
    private final AuditLog audit;
    private final Clock clock;

    Parcels(
            ParcelRows parcels,
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

    /// Seals what was chosen for one addressee. The transaction fails at its end when no share was
    /// recorded for it.
    ///
    /// @param adoptableUntil last day on which the addressee may adopt it; null for no limit
    /// @throws NotHere when there is no such person, or everything about them was erased
    public ParcelId pack(
            PersonId person, OrganisationId to, ParcelContent content, @Nullable LocalDate adoptableUntil) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        SealedPerson known =
                rows.find(person).filter(one -> one.erasedAt() == null).orElseThrow(NotHere::new);
        ParcelKey.Ends ends =
                new ParcelKey.Ends(ParcelId.random(), Acting.current().organisation(), to);
        ParcelKey.Fresh fresh = ParcelKey.make(ring.keyEncryption(), ends);
        byte[] open = fresh.key().seal(ParcelKey.SEALED, ParcelText.write(new ParcelText.Open(content.values())));
        byte[] closed = content.groups().stream().anyMatch(FieldGroup::isOpenedByAdoption)
                ? fresh.key()
                        .seal(
                                ParcelKey.SEALED_IDENTITY,
                                ParcelText.write(
                                        ParcelText.shared(known.identity(keys), known.protection(), content.groups())))
                : null;
        parcels.add(ends, person, content.groups(), fresh.wrapped(), open, closed, adoptableUntil);
        return ends.id();
    }

    /// What the acting organisation was sent, without who it is. Noted as read, and seen by the sender
    /// as opened.
    ///
    /// @return empty when there is no such parcel to the acting organisation, or it has been closed
    public Optional<OpenedParcel> look(ParcelId parcel) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return parcels.lockArrived(parcel).filter(Parcels::isVisible).map(row -> {
            parcels.setOpened(parcel);
            audit.note(Action.PARCEL_OPENED, Subject.PARCEL, parcel.value(), null);
            return new OpenedParcel(
                    parcel,
                    row.ends().from(),
                    new ParcelContent(row.groups(), open(row).values()),
                    row.madeAt(),
                    row.adoptedAt(),
                    row.ownEnd());
        });
    }

    /// Makes the person the acting organisation's own, with the identity and contact that were shared.
    /// Somebody who is protected stays protected.
    ///
    /// @throws NotHere when there is no such parcel, it was closed or adopted before, or its last day is over
    public PersonId adopt(ParcelId parcel) {
        ParcelRows.Row row = toAdopt(parcel);
        PersonId person = PersonId.random();
        ParcelText.Closed closed = closed(row);
        writing.add(
                person,
                closed == null ? Identity.NONE : closed.identity(),
                closed == null ? null : closed.protection(),
                facts(open(row)));
        finishAdoption(parcel, person);
        return person;
    }

    /// Like [#adopt], for somebody the acting organisation knows already: what it keeps about them
    /// stays as it is, and the parcel is kept with them.
    ///
    /// @throws NotHere also when there is no such person
    public void adoptInto(ParcelId parcel, PersonId known) {
        toAdopt(parcel);
        if (rows.find(known).filter(one -> one.erasedAt() == null).isEmpty()) {
            throw new NotHere();
        }
        finishAdoption(parcel, known);
    }

    /// Like [#adoptInto], and what was shared of who they are is added to what is kept: what was not
    /// known becomes known, another name becomes an alias, and nothing is replaced. Somebody who is
    /// protected at either end is protected.
    ///
    /// @throws NotHere also when there is no such person
    public void adoptAbout(ParcelId parcel, PersonId known) {
        ParcelText.Closed closed = closed(toAdopt(parcel));
        SealedPerson person =
                rows.lock(known).filter(one -> one.erasedAt() == null).orElseThrow(NotHere::new);
        if (closed != null) {
            Identity before = person.identity(keys);
            Identity after = before.with(closed.identity());
            NameFacts facts = before.isEmpty() ? facts(open(toAdopt(parcel))) : person.facts(keys);
            if (!after.equals(before)) {
                Set<IdentityKind> kinds = writing.change(person, after, facts);
                audit.note(Action.IDENTITY_CHANGED, Subject.PERSON, List.of(known.value()), null, Writing.list(kinds));
            }
            if (person.protection() == null && closed.protection() != null) {
                rows.setProtection(known, closed.protection());
            }
        }
        finishAdoption(parcel, known);
    }

    /// Destroys a parcel's key and all it sealed. The sender may until it is adopted, the addressee at
    /// any time.
    ///
    /// @return false when there was nothing the acting organisation could close
    public boolean close(ParcelId parcel) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        boolean closed = parcels.close(parcel);
        if (closed) {
            audit.note(Action.PARCEL_CLOSED, Subject.PARCEL, parcel.value(), null);
        }
        return closed;
    }

    /// What became of parcels the acting organisation sent.
    public Map<ParcelId, ParcelFate> fates(Collection<ParcelId> sent) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return parcels.fates(sent);
    }

    /// What was adopted belongs to a person; where that person is hidden from the reader, so is this.
    private static boolean isVisible(ParcelRows.Row row) {
        return row.adoptedAt() == null || row.ownEnd() != null;
    }

    private ParcelRows.Row toAdopt(ParcelId parcel) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        LocalDate today = LocalDate.ofInstant(clock.instant(), SWEDISH_TIME);
        return parcels.lockArrived(parcel)
                .filter(row -> row.adoptedAt() == null)
                .filter(row -> row.adoptableUntil() == null || !today.isAfter(row.adoptableUntil()))
                .orElseThrow(NotHere::new);
    }

    private void finishAdoption(ParcelId parcel, PersonId person) {
        parcels.addEnd(parcel, person);
        parcels.setAdopted(parcel);
        audit.note(Action.PARCEL_ADOPTED, Subject.PARCEL, List.of(parcel.value(), person.value()), null, null);
    }

    private ParcelText.Open open(ParcelRows.Row row) {
        return ParcelText.readOpen(key(row).open(ParcelKey.SEALED, row.sealed()));
    }

    private ParcelText.@Nullable Closed closed(ParcelRows.Row row) {
        return row.sealedIdentity() == null
                ? null
                : ParcelText.readClosed(key(row).open(ParcelKey.SEALED_IDENTITY, row.sealedIdentity()));
    }

    private ParcelKey key(ParcelRows.Row row) {
        return ParcelKey.unwrap(ring.keyEncryption(), row.ends(), row.dataKey());
    }

    /// What tells namesakes apart, where it was shared.
    static NameFacts facts(ParcelText.Open open) {
        Map<String, String> basics = open.values().getOrDefault(FieldGroup.BASICS, Map.of());
        String year = basics.get("birth_year");
        return new NameFacts(
                year == null || !year.matches("(19|20)[0-9]{2}") ? null : Integer.valueOf(year),
                basics.get("citizenship"));
    }
}
