package se.ledfyr.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.codes.Codes;
import se.ledfyr.filing.FiledRows;
import se.ledfyr.filing.FilingOutcome;

/// Bringing files in: checked first, then taken whole or not at all.
///
/// The file is read twice, once to check it without a transaction and once to hand its rows over, so that a wrong
/// file costs the database nothing and a right one is never held in memory.
@Service
public class FileIntake {

    private final Codes codes;
    private final Clock clock;
    private final Taking taking;

    FileIntake(Codes codes, Clock clock, Taking taking) {
        this.codes = codes;
        this.clock = clock;
        this.taking = taking;
    }

    /// Takes a file for the acting organisation, with today as the reference date.
    ///
    /// @param agreed whether known records may change, and an office may take other regions' people
    /// @throws IOException when the file cannot be opened or read
    /// @throws se.ledfyr.access.NotHere when the acting member may not work with people
    public IntakeAnswer take(Path file, boolean agreed) throws IOException {
        return take(file, agreed, null);
    }

    /// The same for a file of a questionnaire of which the year is known.
    ///
    /// @param year null to let the file say it
    public IntakeAnswer take(Path file, boolean agreed, @Nullable Integer year) throws IOException {
        Acting.require(Right.WORK_WITH_PEOPLE);
        RecordFiles reader = reader(LocalDate.now(clock)).ofYear(year);
        Verdict verdict = reader.check(file);
        if (!verdict.isRight()) {
            taking.noteRefused(verdict);
            return new IntakeAnswer(verdict, null);
        }
        Fingerprint fingerprint = Fingerprint.of(file);
        return answer(verdict, taking.take(rows(reader, verdict, file), verdict, fingerprint, agreed));
    }

    /// Takes a file of the whole country for the operator of the installation: new rows go where their kind
    /// is kept.
    ///
    /// @param asOf the reference date
    /// @throws IOException when the file cannot be opened or read
    public IntakeAnswer takeForOffices(Path file, LocalDate asOf, boolean correcting) throws IOException {
        return takeForOffices(file, asOf, correcting, null);
    }

    /// The same for a file of a questionnaire of which the year is known.
    ///
    /// @param year null to let the file say it
    public IntakeAnswer takeForOffices(Path file, LocalDate asOf, boolean correcting, @Nullable Integer year)
            throws IOException {
        RecordFiles reader = reader(asOf).ofYear(year);
        Verdict verdict = reader.check(file);
        if (!verdict.isRight()) {
            return new IntakeAnswer(verdict, null);
        }
        Fingerprint fingerprint = Fingerprint.of(file);
        return answer(verdict, taking.takeForOffices(rows(reader, verdict, file), verdict, fingerprint, correcting));
    }

    /// The files that the acting organisation has taken, newest first.
    ///
    /// @param most 1 or more
    public List<TakenFile> listTaken(int most) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return taking.listTaken(most);
    }

    private RecordFiles reader(LocalDate asOf) {
        return new RecordFiles(codes.book(), asOf);
    }

    private static IntakeAnswer answer(Verdict verdict, FilingOutcome outcome) {
        return new IntakeAnswer(verdict, outcome);
    }

    private FiledRows rows(RecordFiles reader, Verdict verdict, Path file) {
        return reader.rows(file, taking.tableOf(verdict));
    }
}
