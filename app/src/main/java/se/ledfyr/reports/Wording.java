package se.ledfyr.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text as it is read: paragraphs and lists, words and bound places.
///
/// Paragraphs are parted by an empty line; lines that begin with a hyphen are a list. There is no
/// other markup.
///
/// @param faults places that name no cell, or several
/// @param bare digits that look like a count and are bound to nothing
public record Wording(List<Block> blocks, List<TextFault> faults, List<TextFault> bare) {

    /// @param list whether the lines are items of a list; else there is one line
    public record Block(boolean list, List<List<Segment>> lines) {

        public Block {
            lines = lines.stream().map(List::copyOf).toList();
        }
    }

    /// Digits, with or without decimals and a sign for percent; not inside a word or the number of
    /// a law.
    private static final Pattern COUNT = Pattern.compile(
            "(?<![\\p{L}\\d:§/.,–-])\\d[\\d\\u00a0\\u202f]*(?: \\d{3}(?!\\d))*(?:[.,]\\d+)?(?![\\d:]|[/-]\\d)");

    private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");
    private static final Pattern AFTER_SECTION = Pattern.compile("(§|kap\\.|kap|section|chapter)\\s*$");
    private static final Pattern BEFORE_SECTION = Pattern.compile("^\\s*(§|kap)");

    public Wording {
        blocks = List.copyOf(blocks);
        faults = List.copyOf(faults);
        bare = List.copyOf(bare);
    }

    static Wording read(String text, Bindings bindings, int year) {
        Reader reader = new Reader(bindings, year);
        reader.read(text);
        return new Wording(reader.blocks, reader.faults, reader.bare);
    }

    /// Everything bound, in order.
    List<Binding> bound() {
        return blocks.stream()
                .flatMap(block -> block.lines().stream())
                .flatMap(List::stream)
                .filter(Segment.Bound.class::isInstance)
                .map(segment -> ((Segment.Bound) segment).binding())
                .toList();
    }

    private static final class Reader {

        private final Bindings bindings;
        private final int year;
        private final List<Block> blocks = new ArrayList<>();
        private final List<TextFault> faults = new ArrayList<>();
        private final List<TextFault> bare = new ArrayList<>();
        private List<List<Segment>> items = new ArrayList<>();
        private List<Segment> paragraph = new ArrayList<>();
        private int line;

        Reader(Bindings bindings, int year) {
            this.bindings = bindings;
            this.year = year;
        }

        void read(String text) {
            for (String said : text.strip().split("\\R", -1)) {
                line++;
                String words = said.strip();
                if (words.startsWith("- ")) {
                    endParagraph();
                    items.add(segments(words.substring(2).strip()));
                } else if (words.isEmpty()) {
                    endParagraph();
                    endList();
                } else {
                    endList();
                    if (!paragraph.isEmpty()) {
                        paragraph.add(new Segment.Plain(" "));
                    }
                    paragraph.addAll(segments(words));
                }
            }
            endParagraph();
            endList();
        }

        private void endParagraph() {
            if (!paragraph.isEmpty()) {
                blocks.add(new Block(false, List.of(paragraph)));
                paragraph = new ArrayList<>();
            }
        }

        private void endList() {
            if (!items.isEmpty()) {
                blocks.add(new Block(true, items));
                items = new ArrayList<>();
            }
        }

        private List<Segment> segments(String words) {
            List<Segment> segments = new ArrayList<>();
            int at = 0;
            while (at < words.length()) {
                int open = words.indexOf('{', at);
                plain(segments, words.substring(at, open < 0 ? words.length() : open));
                if (open < 0) {
                    return segments;
                }
                int close = words.indexOf('}', open);
                if (close < 0) {
                    faults.add(new TextFault(line, words.substring(open), "reports.fault.open", List.of()));
                    segments.add(new Segment.Broken(words.substring(open)));
                    return segments;
                }
                segments.add(place(words.substring(open + 1, close).strip()));
                at = close + 1;
            }
            return segments;
        }

        private void plain(List<Segment> segments, String words) {
            if (words.isEmpty()) {
                return;
            }
            if (words.indexOf('}') >= 0) {
                faults.add(new TextFault(line, words, "reports.fault.close", List.of()));
            }
            Matcher digits = COUNT.matcher(words);
            while (digits.find()) {
                if (!YEAR.matcher(digits.group()).matches()
                        && !AFTER_SECTION
                                .matcher(words.substring(0, digits.start()))
                                .find()
                        && !BEFORE_SECTION
                                .matcher(words.substring(digits.end()))
                                .find()) {
                    bare.add(new TextFault(line, digits.group(), "reports.bare", List.of()));
                }
            }
            segments.add(new Segment.Plain(words));
        }

        private Segment place(String said) {
            if (said.equals("year")) {
                return new Segment.Plain(Integer.toString(year));
            }
            if (said.equals("year-before")) {
                return new Segment.Plain(Integer.toString(year - 1));
            }
            try {
                return new Segment.Bound(bindings.read(said));
            } catch (BrokenBinding broken) {
                faults.add(new TextFault(line, "{" + said + "}", broken.key(), broken.arguments()));
                return new Segment.Broken("{" + said + "}");
            }
        }
    }
}
