package se.ledfyr.statistics.web;

import java.util.Arrays;
import java.util.List;
import se.ledfyr.methods.printed.Claim;
import se.ledfyr.methods.printed.Finding;
import se.ledfyr.methods.printed.Verdict;
import se.ledfyr.statistics.PrintedBeside;

/// Everything the page for checking printed figures shows.
///
/// @param claims what was asked, one claim a line
/// @param figures the table that was typed or sent
/// @param source where it was printed
/// @param findings about every claim and every total and percentage of the table
/// @param cells the numbers of the table beside the computed ones
/// @param errors what could not be read
/// @param mayKeep whether the reader may keep printed figures beside the computed ones
/// @param kept whether they have just been kept
/// @param asked whether anything was asked
public record PrintedPage(
        String claims,
        String figures,
        String source,
        List<Finding> findings,
        List<PrintedBeside> cells,
        List<String> errors,
        boolean mayKeep,
        boolean kept,
        boolean asked) {

    public PrintedPage {
        findings = List.copyOf(findings);
        cells = List.copyOf(cells);
        errors = List.copyOf(errors);
    }

    static PrintedPage empty(boolean mayKeep) {
        return new PrintedPage("", "", "", List.of(), List.of(), List.of(), mayKeep, false, false);
    }

    PrintedPage asked(String newClaims, String newFigures, String newSource) {
        return new PrintedPage(newClaims, newFigures, newSource, findings, cells, errors, mayKeep, kept, true);
    }

    PrintedPage found(List<Finding> newFindings, List<String> newErrors) {
        return new PrintedPage(claims, figures, source, newFindings, cells, newErrors, mayKeep, kept, asked);
    }

    PrintedPage beside(List<PrintedBeside> newCells) {
        return new PrintedPage(claims, figures, source, findings, newCells, errors, mayKeep, kept, asked);
    }

    PrintedPage kept(boolean nowKept) {
        return new PrintedPage(claims, figures, source, findings, cells, errors, mayKeep, nowKept, asked);
    }

    /// One claim that does not hold, as the page shows it.
    ///
    /// @param against what it must agree with
    /// @param verdict name of the verdict
    public record Fault(String what, String printed, String against, String computed, String verdict) {

        static Fault of(Finding finding) {
            Claim claim = finding.claim();
            return new Fault(
                    claim.what(),
                    claim.printed(),
                    claim.rule().word() + " " + claim.other(),
                    finding.computed(),
                    finding.verdict().name());
        }
    }

    /// What does not add up, conflicts before doubts.
    public List<Fault> faults() {
        return findings.stream()
                .filter(finding -> finding.verdict() != Verdict.AGREES)
                .sorted(java.util.Comparator.comparing(Finding::verdict))
                .map(Fault::of)
                .toList();
    }

    /// Whether there is something to tell.
    public boolean checked() {
        return asked && (!findings.isEmpty() || !cells.isEmpty());
    }

    public long right() {
        return findings.size() - (long) faults().size();
    }

    /// Names of all rules that a claim can follow.
    public List<String> rules() {
        return Arrays.stream(Claim.Rule.values()).map(Claim.Rule::name).toList();
    }

    /// The numbers that are others than the computed ones.
    public List<PrintedBeside> differing() {
        return cells.stream().filter(PrintedBeside::differs).toList();
    }
}
