package se.ledfyr.intake.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ledfyr.filing.FilingOutcome;
import se.ledfyr.intake.IntakeAnswer;
import se.ledfyr.intake.Wording;

/// One fault as a page shows it.
///
/// @param value what stands there, when it is safe to show
/// @param allowed what is wrong and what is allowed, in the reader's language
public record ShownFault(long line, String column, @Nullable String value, String allowed) {

    /// The faults of an answer: of the file itself, or of its rows beside what is registered.
    static List<ShownFault> of(IntakeAnswer answer, Wording words) {
        if (answer.filing() instanceof FilingOutcome.InConflict conflict) {
            return conflict.conflicts().stream()
                    .map(each -> new ShownFault(each.line(), each.column(), null, words.of(each)))
                    .toList();
        }
        return answer.verdict().faults().stream()
                .map(fault -> new ShownFault(fault.line(), fault.column(), fault.value(), words.of(fault.problem())))
                .toList();
    }

    /// What stands in a cell is about a person and stays out of logs.
    @Override
    public String toString() {
        return "ShownFault[line=%d, column=%s]".formatted(line, column);
    }
}
