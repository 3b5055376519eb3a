package se.ledfyr.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import se.ledfyr.access.Acting;

/// The notes of one transaction, written to the chain right before it commits.
final class GatheredNotes implements TransactionSynchronization {

    private final ChainWriter chain;
    private final Optional<Acting> who;
    private final List<Note> notes = new ArrayList<>();

    private GatheredNotes(ChainWriter chain, Optional<Acting> who) {
        this.chain = chain;
        this.who = who;
    }

    static GatheredNotes ofThisTransaction(ChainWriter chain, Optional<Acting> who) {
        for (TransactionSynchronization known : TransactionSynchronizationManager.getSynchronizations()) {
            if (known instanceof GatheredNotes gathered && gathered.who.equals(who)) {
                return gathered;
            }
        }
        GatheredNotes fresh = new GatheredNotes(chain, who);
        TransactionSynchronizationManager.registerSynchronization(fresh);
        return fresh;
    }

    void add(Note note) {
        notes.add(note);
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        List<Note> toWrite = List.copyOf(notes);
        notes.clear();
        chain.append(toWrite, nobodyIfAbsent());
    }

    private @Nullable Acting nobodyIfAbsent() {
        return who.orElse(null);
    }
}
