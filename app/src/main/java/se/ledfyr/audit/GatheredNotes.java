package se.ledfyr.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import se.ledfyr.access.Acting;
import se.ledfyr.access.JointTransaction;

/// The notes of one transaction, written to the chain right before it commits.
final class GatheredNotes implements TransactionSynchronization {

    private final ChainWriter chain;
    private final JointTransaction parts;
    private final Optional<Acting> who;
    private final List<Note> notes = new ArrayList<>();

    private GatheredNotes(ChainWriter chain, JointTransaction parts, Optional<Acting> who) {
        this.chain = chain;
        this.parts = parts;
        this.who = who;
    }

    static GatheredNotes ofThisTransaction(ChainWriter chain, JointTransaction parts, Optional<Acting> who) {
        for (TransactionSynchronization known : TransactionSynchronizationManager.getSynchronizations()) {
            if (known instanceof GatheredNotes gathered && gathered.who.equals(who)) {
                return gathered;
            }
        }
        GatheredNotes fresh = new GatheredNotes(chain, parts, who);
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
        Acting operator = who.filter(acting -> acting.member() == null).orElse(null);
        if (operator == null) {
            chain.append(toWrite, nobodyIfAbsent());
            return;
        }
        // The operator may have done parts of the transaction for several organisations; each part is noted in its
        // name.
        parts.as(operator, () -> {
            chain.append(toWrite, operator);
            return toWrite.size();
        });
    }

    private @Nullable Acting nobodyIfAbsent() {
        return who.orElse(null);
    }
}
