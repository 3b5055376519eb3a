package se.ledfyr.audit;

import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.ledfyr.access.AccessEvent;

/// Writes down who came, who was refused and who was let in or shut out, in the transaction it happens in.
@Component
class DoorRecord {

    private final AuditLog audit;

    DoorRecord(AuditLog audit) {
        this.audit = audit;
    }

    @EventListener
    void on(AccessEvent event) {
        switch (event) {
            case AccessEvent.SignedIn(var member) -> about(Action.SIGNED_IN, Subject.SESSION, member.value());
            case AccessEvent.SignInRefused() ->
                audit.note(Action.SIGN_IN_REFUSED, Subject.SESSION, List.of(), null, null);
            case AccessEvent.SignedOut(var member) -> about(Action.SIGNED_OUT, Subject.SESSION, member.value());
            case AccessEvent.PasswordChanged(var member) ->
                about(Action.PASSWORD_CHANGED, Subject.MEMBER, member.value());
            case AccessEvent.MemberAdded(var member) -> about(Action.MEMBER_ADDED, Subject.MEMBER, member.value());
            case AccessEvent.MemberChanged(var member, var what) ->
                audit.note(Action.MEMBER_CHANGED, Subject.MEMBER, List.of(member.value()), null, what);
            case AccessEvent.OrganisationAdded(var added, var by) ->
                audit.noteAbout(by, Action.ORGANISATION_ADDED, Subject.ORGANISATION, List.of(added.value()), null);
        }
    }

    private void about(Action action, Subject kind, UUID subject) {
        audit.note(action, kind, subject, null);
    }
}
