package se.ledfyr.console;

import java.io.PrintStream;
import se.ledfyr.filing.FilingOutcome;
import se.ledfyr.intake.IntakeAnswer;
import se.ledfyr.intake.Verdict;
import se.ledfyr.intake.Wording;

/// Says on the console what became of a file: faults on standard output, one a line, everything else beside it.
final class ImportReport {

    private static final int TAKEN = 0;

    private final Wording words;
    private final PrintStream out;
    private final PrintStream err;

    ImportReport(Wording words, PrintStream out, PrintStream err) {
        this.words = words;
        this.out = out;
        this.err = err;
    }

    /// @return the exit status
    int of(Verdict verdict) {
        verdict.faults().forEach(fault -> line(fault.line(), fault.column(), words.of(fault.problem())));
        if (verdict.isRight()) {
            err.println("ledfyr: " + words.text("intake.console.right", verdict.records()));
            return TAKEN;
        }
        err.println("ledfyr: " + words.text("intake.console.faults", verdict.faultCount()));
        if (verdict.unlisted() > 0) {
            err.println("ledfyr: " + words.text("intake.console.unlisted", verdict.unlisted()));
        }
        return ImportCommand.REFUSED;
    }

    /// @return the exit status
    int of(IntakeAnswer answer) {
        FilingOutcome filing = answer.filing();
        return switch (filing) {
            case null -> of(answer.verdict());
            case FilingOutcome.Taken taken -> taken(taken);
            case FilingOutcome.NeedsYes needed -> needsYes(needed);
            case FilingOutcome.InConflict conflict -> inConflict(conflict);
        };
    }

    private int taken(FilingOutcome.Taken taken) {
        out.println(words.text(
                "intake.console.taken",
                Long.toString(taken.added()),
                Long.toString(taken.unchanged()),
                Long.toString(taken.corrected())));
        taken.alike().forEach(alike -> err.println(words.text("intake.console.alike", Long.toString(alike.line()))));
        if (taken.alikeCount() > taken.alike().size()) {
            err.println("ledfyr: "
                    + words.text(
                            "intake.console.alike-more",
                            taken.alikeCount() - taken.alike().size()));
        }
        return TAKEN;
    }

    private int needsYes(FilingOutcome.NeedsYes needed) {
        needed.corrections()
                .forEach(each ->
                        line(each.line(), each.field(), orNothing(each.before()) + " -> " + orNothing(each.after())));
        err.println("ledfyr: " + words.text("intake.console.needs-yes", needed.records()));
        return ImportCommand.REFUSED;
    }

    private int inConflict(FilingOutcome.InConflict conflict) {
        conflict.conflicts().forEach(each -> line(each.line(), each.column(), words.of(each)));
        err.println("ledfyr: " + words.text("intake.console.faults", conflict.count()));
        if (conflict.conflicts().stream().anyMatch(each -> each.reason() == FilingOutcome.Reason.NO_OFFICE)) {
            err.println("ledfyr: " + words.text("intake.console.no-office"));
        }
        return ImportCommand.REFUSED;
    }

    private void line(long line, String column, String allowed) {
        out.print(line + "\t" + column + "\t" + allowed + "\n");
    }

    private static String orNothing(@org.jspecify.annotations.Nullable String value) {
        return value == null ? "''" : value;
    }
}
