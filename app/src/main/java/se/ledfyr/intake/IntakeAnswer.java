package se.ledfyr.intake;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ledfyr.filing.FilingOutcome;

/// What became of a file that somebody wanted to bring in.
///
/// @param verdict whether it keeps the file rules
/// @param filing what became of its rows; null when it does not keep them
public record IntakeAnswer(Verdict verdict, @Nullable FilingOutcome filing) {

    /// What was taken, when it was.
    public Optional<FilingOutcome.Taken> taken() {
        return filing instanceof FilingOutcome.Taken taken ? Optional.of(taken) : Optional.empty();
    }

    /// Whether it would be taken if somebody agreed to its corrections, or to what it registers of other regions.
    public boolean needsYes() {
        return filing instanceof FilingOutcome.NeedsYes;
    }
}
