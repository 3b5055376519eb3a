package se.ledfyr.audit;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import se.ledfyr.access.Acting;
import se.ledfyr.access.JointTransaction;
import se.ledfyr.organisations.OrganisationId;

/// Writing down who saw and changed what, in the same transaction as the seeing and changing.
///
/// Entries are gathered while the transaction works and joined to the chain just before it commits: the chain has one
/// end, and holding it any longer would make everybody wait for the slowest. If the entries cannot be written, the
/// transaction is rolled back and nothing was seen or changed.
@Component
public class AuditLog {

    private final ChainWriter chain;
    private final JointTransaction parts;

    AuditLog(ChainWriter chain, JointTransaction parts) {
        this.chain = chain;
        this.parts = parts;
    }

    /// Notes something about one thing of the acting organisation.
    public void note(Action action, Subject kind, UUID subject, @Nullable String reason) {
        note(action, kind, List.of(subject), reason, null);
    }

    /// Notes something about several things of the acting organisation.
    ///
    /// @param reason what the member gave as the reason, where one was asked for
    /// @param detail counts, codes and field names; never personal data
    /// @throws IllegalStateException outside a transaction: what is not written together is not proof
    public void note(
            Action action, Subject kind, Collection<UUID> subjects, @Nullable String reason, @Nullable String detail) {
        note(new Note(action, kind, List.copyOf(subjects), null, reason, detail));
    }

    /// Notes that national staff read what belongs to another organisation, which can then see that they did.
    public void noteAbout(
            OrganisationId concerns, Action action, Subject kind, Collection<UUID> subjects, @Nullable String detail) {
        note(new Note(action, kind, List.copyOf(subjects), concerns, null, detail));
    }

    private void note(Note note) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("An audit entry is written in the transaction it is about");
        }
        GatheredNotes.ofThisTransaction(chain, parts, Acting.ifBound()).add(note);
    }
}
