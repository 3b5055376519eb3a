package se.ledfyr.intake;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.ledfyr.codes.CodeBook;
import se.ledfyr.surveys.Questionnaire;

/// One walk through one file.
final class FileCheck {

    private final CellParser cells;
    private final RuleCheck rules;
    private final FaultList faults;
    private final Consumer<CheckedRow> rows;
    private long records;
    private @Nullable Header header;

    FileCheck(CodeBook codes, LocalDate asOf, FaultList faults, Consumer<CheckedRow> rows) {
        this.cells = new CellParser(codes, asOf);
        this.rules = new RuleCheck(codes);
        this.faults = faults;
        this.rows = rows;
    }

    /// @param which tells what kind of file it is
    /// @param again the same file from its beginning, for what only its rows tell
    Verdict walk(RecordReader reader, WhichKind which, WhichKind.Again again) throws IOException {
        try {
            RawRecord first = reader.next();
            if (first == null) {
                throw new FileRefused(1, Problem.of("empty-file"));
            }
            tellWholeFile(first);
            Header found = HeaderReader.read(which.of(first, again), first, faults);
            header = found;
            for (RawRecord record = reader.next(); record != null; record = reader.next()) {
                count(record);
                check(found, record);
            }
            rules.finish(faults);
        } catch (FileRefused refused) {
            Fault fault = refused.fault();
            faults.add(fault.line(), fault.column(), null, fault.problem());
        }
        return faults.verdict(header == null ? null : header.kind().name(), records);
    }

    private void count(RawRecord record) {
        if (++records > RecordFiles.MOST_RECORDS) {
            throw new FileRefused(record.line(), Problem.of("too-many-records", RecordFiles.MOST_RECORDS));
        }
    }

    private void check(Header found, RawRecord record) {
        tellWholeFile(record);
        if (!record.divided() || record.count() != found.count()) {
            tellUndivided(found, record);
            return;
        }
        CheckedRow row = new CheckedRow(found.kind(), record.line());
        LocalDate day = readDay(found, record);
        for (int place = 0; place < record.cells().size(); place++) {
            checkCell(found, record, place, day, row);
        }
        checkRules(found.kind(), row);
        Questionnaire survey = found.kind().survey();
        if (survey != null && row.isRight()) {
            SurveyCheck.check(survey, row, faults);
        }
        if (faults.count() == 0 && row.isRight()) {
            rows.accept(row);
        }
    }

    /// The day comes first, whatever its place: codes are looked up as they were then.
    private @Nullable LocalDate readDay(Header found, RawRecord record) {
        for (int place = 0; place < record.cells().size(); place++) {
            Column column = found.columnAt(place);
            if (column != null && column.name().equals(found.kind().day())) {
                return (LocalDate)
                        cells.parse(column, record.cells().get(place), null).value();
            }
        }
        return null;
    }

    private void checkCell(Header found, RawRecord record, int place, @Nullable LocalDate day, CheckedRow row) {
        Column column = found.columnAt(place);
        if (column == null) {
            return;
        }
        Problem flaw = record.flaws().get(place);
        if (flaw != null) {
            tell(record, column.name(), null, flaw);
            return;
        }
        String cell = record.cells().get(place);
        Parsed parsed = cells.parse(column, cell, day);
        if (parsed.problem() != null) {
            tell(record, column.name(), cell, parsed.problem());
        } else {
            row.put(found.kind().placeOf(column.name()), parsed.value());
        }
    }

    private void checkRules(RecordKind kind, CheckedRow row) {
        for (CrossRule rule : kind.rules()) {
            if (rule.columns().stream().allMatch(row::isRight)) {
                Problem problem = rules.check(rule, row);
                if (problem != null) {
                    faults.add(row.line(), rule.columns().getFirst(), null, problem);
                }
            }
        }
    }

    /// Where the cells cannot be told apart, no single column can be blamed except for the quote that started it.
    private void tellUndivided(Header found, RawRecord record) {
        boolean told = false;
        for (Map.Entry<Integer, Problem> flaw : record.flaws().entrySet()) {
            if (flaw.getKey() >= 0 && flaw.getValue() != RawRecord.SAID) {
                String column = record.divided() ? Fault.RECORD : found.nameAt(flaw.getKey());
                faults.add(record.line(), column, null, flaw.getValue());
                told = true;
                break;
            }
        }
        if (!told) {
            faults.add(record.line(), Fault.RECORD, null, Problem.of("cell-count", found.count(), record.count()));
        }
    }

    private void tellWholeFile(RawRecord record) {
        Problem problem = record.flaws().get(RawRecord.WHOLE_FILE);
        if (problem != null) {
            faults.add(record.line(), Fault.FILE, null, problem);
        }
    }

    private void tell(RawRecord record, String column, @Nullable String cell, Problem problem) {
        if (problem != RawRecord.SAID) {
            faults.add(record.line(), column, cell, problem);
        }
    }
}
