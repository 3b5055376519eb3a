package se.ledfyr.reports.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A text as it is shown.
public record Said(List<Block> blocks) {

    public Said {
        blocks = List.copyOf(blocks);
    }

    /// @param list whether the lines are items of a list
    public record Block(boolean list, List<List<Bit>> lines) {

        public Block {
            lines = lines.stream().map(List::copyOf).toList();
        }
    }

    /// Words, or a number.
    ///
    /// @param broken whether the words are a place that names nothing
    public record Bit(String words, @Nullable Shown number, boolean broken) {

        static Bit words(String words) {
            return new Bit(words, null, false);
        }

        static Bit number(Shown number) {
            return new Bit("", number, false);
        }
    }
}
