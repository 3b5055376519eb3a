package se.ledfyr.access;

import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.OrganisationId;

/// What happened at the door or to those who may pass it. Published inside the transaction it is about, so that the
/// record of it is written with it or neither is. Carries identifiers only.
public sealed interface AccessEvent {

    record SignedIn(MemberId member) implements AccessEvent {}

    /// Somebody was not let in. Who they claimed to be is not kept: it may be a password typed into the wrong field.
    record SignInRefused() implements AccessEvent {}

    record SignedOut(MemberId member) implements AccessEvent {}

    record PasswordChanged(MemberId member) implements AccessEvent {}

    record MemberAdded(MemberId member) implements AccessEvent {}

    /// @param what roles given, shut out, let in or invited again, in code words
    record MemberChanged(MemberId member, String what) implements AccessEvent {}

    /// @param by the organisation whose administrator let it take part; the new one itself when it is the first
    record OrganisationAdded(OrganisationId organisation, OrganisationId by) implements AccessEvent {}
}
