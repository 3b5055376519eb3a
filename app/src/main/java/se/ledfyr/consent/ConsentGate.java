package se.ledfyr.consent;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.codes.Codes;
import se.ledfyr.people.FieldGroup;
import se.ledfyr.people.ParcelId;
import se.ledfyr.people.Parcels;
import se.ledfyr.people.People;

/// The one way by which anything about a person leaves an organisation.
///
/// The gate asks for a live consent, a lawful ground of that day, or somebody who may answer for going without;
/// it seals what was chosen, and writes down that it went. The database checks all of it again.
@Service
@Transactional
public class ConsentGate {

    private final ConsentQueries consents;
    private final ShareQueries shares;
    private final People people;
    private final Parcels parcels;
    private final Codes codes;
    private final AuditLog audit;
    private final Clock clock;

    ConsentGate(
            ConsentQueries consents,
            ShareQueries shares,
            People people,
            Parcels parcels,
            Codes codes,
            AuditLog audit,
            Clock clock) {
        this.consents = consents;
        this.shares = shares;
        this.people = people;
        this.parcels = parcels;
        this.codes = codes;
        this.audit = audit;
        this.clock = clock;
    }

    /// Shares what was asked for, or nothing.
    ///
    /// @throws NoConsent when no live consent covers it, or the ground is not valid today
    /// @throws NotHere when there is no such person, or an override is not the acting member's right
    /// @throws IllegalArgumentException for a purpose that is none, or a reason that cannot be kept
    public Shared share(ShareRequest request) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        LocalDate today = SwedishDay.today(clock);
        if (!people.isKept(request.person())) {
            throw new NotHere();
        }
        if (!codes.book().isValid("share_purpose", request.purpose(), today)) {
            throw new IllegalArgumentException("Not a purpose");
        }
        Optional<Consent> consent = ask(request, today);
        LocalDate until = consent.map(Consent::terms).map(ConsentTerms::until).orElse(null);
        ParcelId parcel = parcels.pack(request.person(), request.receiver(), request.content(), until);
        UUID share = UUID.randomUUID();
        shares.insert(share, parcel, request, consent.map(Consent::id).orElse(null), clock.instant());
        note(request, share, parcel);
        return new Shared(share, parcel);
    }

    /// Whether a live consent covers sharing something with somebody today.
    public boolean isCovered(ShareRequest request) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return live(request, SwedishDay.today(clock)).isPresent();
    }

    /// Takes back what was shared, while the receiver has not made it their own: the parcel's key is destroyed.
    ///
    /// @return false when it is too late, or there is no such thing that the acting organisation shared
    public boolean stop(ParcelId parcel) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        Optional<ShareLine> line = shares.listOf(parcel).stream().findFirst();
        return line.isPresent() && stop(line.get(), clock.instant());
    }

    boolean stop(ShareLine line, Instant at) {
        if (line.stoppedAt() != null || !parcels.close(line.parcel())) {
            return false;
        }
        shares.setStopped(line.id(), at);
        audit.note(Action.SHARE_STOPPED, Subject.PARCEL, line.parcel().value(), null);
        return true;
    }

    private Optional<Consent> ask(ShareRequest request, LocalDate today) {
        switch (request.basis()) {
            case Basis.OwnConsent own -> {
                return Optional.of(live(request, today).orElseThrow(NoConsent::new));
            }
            case Basis.LawfulGround ground -> {
                requireReason(ground.reason());
                if (!codes.book().isValid("lawful_ground", ground.code(), today)) {
                    throw new NoConsent();
                }
            }
            case Basis.Override override -> {
                Acting.require(Right.OVERRIDE_CONSENT);
                requireReason(override.reason());
            }
        }
        return Optional.empty();
    }

    private Optional<Consent> live(ShareRequest request, LocalDate today) {
        return consents.holdLive(
                        request.person(),
                        request.purpose(),
                        request.receiver(),
                        request.content().groups(),
                        today)
                .map(ConsentQueries.Stored::consent);
    }

    private void note(ShareRequest request, UUID share, ParcelId parcel) {
        Action action = request.basis() instanceof Basis.Override ? Action.CONSENT_OVERRIDDEN : Action.SHARED;
        String detail = "%s to %s: %s%s"
                .formatted(
                        request.purpose(),
                        request.receiver().value(),
                        String.join(",", FieldGroup.codes(request.content().groups())),
                        request.basis() instanceof Basis.LawfulGround ground ? " on " + ground.code() : "");
        @Nullable String reason = ShareQueries.reason(request.basis());
        audit.note(
                action,
                Subject.PARCEL,
                List.of(parcel.value(), share, request.person().value()),
                reason,
                detail);
    }

    private static void requireReason(String reason) {
        if (!People.isReason(reason)) {
            throw new IllegalArgumentException("A reason is 1-2000 characters that can be seen");
        }
    }
}
