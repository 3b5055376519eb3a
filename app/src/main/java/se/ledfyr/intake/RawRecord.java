package se.ledfyr.intake;

import java.util.List;
import java.util.Map;

/// One record as it stands in a file, before anybody has asked what it means.
///
/// @param line where it starts
/// @param cells what the cells say, at most [#MAX_CELLS] of them
/// @param count how many cells there are in truth
/// @param flaws what is wrong with a cell before its meaning is looked at, by its place; [#WHOLE_FILE] for all of the
/// file
/// @param divided false when quotes are so wrong that nobody can tell where the cells end
record RawRecord(long line, List<String> cells, int count, Map<Integer, Problem> flaws, boolean divided) {

    static final int MAX_CELLS = 100;
    static final int MAX_CHARACTERS = 500;
    static final int WHOLE_FILE = -1;

    /// Stands for a cell whose flaw has been said for the whole file.
    static final Problem SAID = Problem.of("said");
}
