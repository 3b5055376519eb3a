package se.ledfyr.deadlines;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.ledfyr.access.Acting;
import se.ledfyr.access.JointTransaction;
import se.ledfyr.organisations.Member;
import se.ledfyr.organisations.Members;

/// Sends the letters that wait, each in a transaction of its own that holds it: two nodes never send the same one.
///
/// A node that dies between sending and writing that down sends the letter again after its restart. The other order
/// would lose it, and a reminder that comes twice is better than one that never came.
@Component
class Post {

    private static final Logger LOG = LoggerFactory.getLogger(Post.class);
    private static final int MOST_TRIES = 12;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(12);

    /// What became of one letter.
    private enum Fate {
        NONE_LEFT,
        SENT,
        /// Nobody is there to read it, or the server does not want it; the next one may do better.
        NOT_SENT,
        /// The server is gone.
        CUT_OFF
    }

    private final Turn turn;
    private final LetterQueries queries;
    private final Members members;
    private final MailServer server;
    private final JointTransaction parts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Post(
            Turn turn,
            LetterQueries queries,
            Members members,
            MailServer server,
            JointTransaction parts,
            TransactionTemplate transaction,
            Clock clock) {
        this.turn = turn;
        this.queries = queries;
        this.members = members;
        this.server = server;
        this.parts = parts;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Sends what waits, until nothing does or the server is gone. Without settings for mail, letters go on waiting.
    ///
    /// @return how many were sent
    int work() {
        if (!server.isKnown() || !somethingWaits()) {
            return 0;
        }
        try (MailServer.Connection connection = server.connect()) {
            int sent = 0;
            Fate fate = Fate.SENT;
            while (fate == Fate.SENT || fate == Fate.NOT_SENT) {
                fate = transaction.execute(status -> next(connection));
                sent += fate == Fate.SENT ? 1 : 0;
            }
            return sent;
        } catch (MessagingException unreachable) {
            LOG.warn(
                    "Letters wait, the mail server did not answer: {}",
                    unreachable.getClass().getName());
            return 0;
        }
    }

    private boolean somethingWaits() {
        return transaction.execute(
                status -> !turn.waitingLetters(clock.instant(), 1).isEmpty());
    }

    private Fate next(MailServer.Connection connection) {
        Instant now = clock.instant();
        List<Taken> taken = turn.waitingLetters(now, 1);
        if (taken.isEmpty()) {
            return Fate.NONE_LEFT;
        }
        Taken one = taken.getFirst();
        return parts.as(
                Acting.houseFor(one.organisation()),
                () -> queries.find(one.id())
                        .map(waiting -> send(waiting, connection, now))
                        .orElse(Fate.NOT_SENT));
    }

    private Fate send(LetterQueries.Waiting waiting, MailServer.Connection connection, Instant now) {
        Optional<String> address = address(waiting);
        if (address.isEmpty()) {
            queries.giveUp(waiting.id(), now);
            return Fate.NOT_SENT;
        }
        try {
            connection.send(waiting.id(), address.get(), waiting.letter(), now);
            queries.sent(waiting.id(), now);
            return Fate.SENT;
        } catch (MessagingException refused) {
            // What the server said may quote the address.
            LOG.warn(
                    "Letter {} was not sent: {}",
                    waiting.id(),
                    refused.getClass().getName());
            return failed(waiting, connection, now);
        }
    }

    private Fate failed(LetterQueries.Waiting waiting, MailServer.Connection connection, Instant now) {
        if (!connection.isOpen()) {
            return Fate.CUT_OFF;
        }
        if (waiting.tries() + 1 >= MOST_TRIES) {
            queries.giveUp(waiting.id(), now);
        } else {
            Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(waiting.tries(), 10));
            queries.tryAgain(waiting.id(), now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause));
        }
        return Fate.NOT_SENT;
    }

    /// Empty for a member who has been shut out meanwhile.
    private Optional<String> address(LetterQueries.Waiting waiting) {
        return waiting.member() == null
                ? Optional.ofNullable(waiting.address())
                : members.find(waiting.member()).filter(Member::active).map(Member::login);
    }
}
